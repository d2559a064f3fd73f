"""Signing, as a platform does it after docgen: a test authority, one certificate each, one field after the other.

The authority is made in the test and trusted by the test alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.keys.internal import (
    translate_pyca_cryptography_cert_to_asn1,
    translate_pyca_cryptography_key_to_asn1,
)
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.fields import SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import PdfSignatureStatus
from pyhanko.stamp import StaticStampStyle
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

FROM, UNTIL = datetime(2021, 1, 1, tzinfo=UTC), datetime(2121, 1, 1, tzinfo=UTC)


class Quiet(IncrementalPdfFileWriter):
    """A writer that leaves the metadata of the file as docgen wrote them."""

    def _update_meta(self) -> None:
        pass


@dataclass(frozen=True)
class Authority:
    """A certificate that signs the others."""

    key: ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    def signer(self, name: str) -> SimpleSigner:
        """Return a person with a certificate of this authority."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = _certificate(name, key, self.certificate.subject, self.key, authority=False)
        store = SimpleCertificateStore.from_certs([_asn1(self.certificate)])  # type: ignore[no-untyped-call]
        return SimpleSigner(signing_cert=_asn1(certificate), signing_key=_key(key), cert_registry=store)


def authority() -> Authority:
    """Return a new authority."""
    key = ec.generate_private_key(ec.SECP256R1())
    return Authority(key, _certificate("Autorité d’essai", key, _name("Autorité d’essai"), key, authority=True))


def signed_in_turn(pdf: bytes, fields: Sequence[str], by: Authority) -> bytes:
    """Return `pdf` once a person of `by` has signed each of `fields`, in this order."""
    style = StaticStampStyle(border_width=0, background=None)
    for field in fields:
        metadata = PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES)
        signer = PdfSigner(metadata, by.signer(field), stamp_style=style)
        pdf = signer.sign_pdf(Quiet(BytesIO(pdf))).getvalue()
    return pdf


def signatures_of(pdf: bytes, by: Authority) -> list[PdfSignatureStatus]:
    """Return what the validator says of each signature, the authority being trusted."""
    trusted = ValidationContext(trust_roots=[_asn1(by.certificate)], allow_fetching=False)
    embedded = PdfFileReader(BytesIO(pdf)).embedded_signatures
    return [validate_pdf_signature(one, trusted) for one in embedded]


def _certificate(
    name: str, key: ec.EllipticCurvePrivateKey, issuer: x509.Name, by: ec.EllipticCurvePrivateKey, *, authority: bool
) -> x509.Certificate:
    usage = dict.fromkeys(
        ("key_encipherment", "data_encipherment", "key_agreement", "encipher_only", "decipher_only"), False
    )
    return (
        x509.CertificateBuilder()
        .subject_name(_name(name))
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(UNTIL)
        .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not authority,
                content_commitment=not authority,
                key_cert_sign=authority,
                crl_sign=authority,
                **usage,
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(by, hashes.SHA256())
    )


def _name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, text[:64])])


def _asn1(certificate: x509.Certificate) -> Any:
    return translate_pyca_cryptography_cert_to_asn1(certificate)


def _key(key: ec.EllipticCurvePrivateKey) -> Any:
    return translate_pyca_cryptography_key_to_asn1(key)
