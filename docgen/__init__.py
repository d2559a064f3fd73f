"""docgen: the paperwork of a convention de coopération, in Word and PDF, from structured inputs."""

__version__ = "0.1.0"
