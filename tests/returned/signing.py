"""Signing as a parapheur does: one person after the other, each in the field of their own."""

import io
from datetime import datetime
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigSeedSubFilter, enumerate_sig_fields
from pyhanko.stamp import StaticStampStyle


def fields_of(pdf: bytes) -> list[str]:
    """Return the names of the signature fields of `pdf`."""
    return [field[0] for field in enumerate_sig_fields(PdfFileReader(io.BytesIO(pdf)))]


def signed(pdf: bytes, field: str, name: str, folder: Path) -> bytes:
    """Return `pdf` signed in `field` by a person called `name`, whose key is kept in `folder`."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    # signing would rewrite the metadata of the file
    writer._update_meta = lambda: None  # type: ignore[method-assign]
    signer = signers.PdfSigner(
        signers.PdfSignatureMetadata(field_name=field, subfilter=SigSeedSubFilter.PADES),
        signer=_person(name, folder),
        stamp_style=StaticStampStyle(border_width=0, background=None),
    )
    out = io.BytesIO()
    signer.sign_pdf(writer, output=out, existing_fields_only=True)
    return out.getvalue()


def _person(name: str, folder: Path) -> signers.SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    own = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    usage = x509.KeyUsage(True, True, False, False, False, False, False, False, False)
    builder = x509.CertificateBuilder(own, own, key.public_key(), 1, datetime(2020, 1, 1), datetime(2090, 1, 1))  # noqa: DTZ001
    certificate = builder.add_extension(usage, critical=True).sign(key, hashes.SHA256())
    (folder / "cle.pem").write_bytes(
        key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
    (folder / "certificat.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    loaded = signers.SimpleSigner.load(folder / "cle.pem", folder / "certificat.pem")  # type: ignore[no-untyped-call]
    assert isinstance(loaded, signers.SimpleSigner)
    return loaded
