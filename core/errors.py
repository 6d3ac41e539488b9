"""Every error that Shelfrank raises on purpose.

    ShelfrankError
    ├── InputError                 what somebody gave us is wrong: names the field and the remedy
    │   ├── RequestError           a rerank request
    │   ├── TableError             a catalogue, judgments or click-log file
    │   └── SettingError           a setting or a command-line argument
    ├── ArtefactError              a bundle or an index cannot be trusted
    │   ├── ArtefactMissingError   a file or a marker that should be there is not
    │   └── MismatchError          two things that must agree do not: expected, actual, remedy
    └── StoreError                 the Redis-protocol server
        ├── StoreUnavailableError  unreachable, or too slow
        └── StoreRefusedError      reachable, but it said no (out of memory, read only, access denied)

Third-party exceptions are mapped to these at one border each: files in the readers, Redis in the two store
modules, the web in the service. A message always says what to do next.
"""

from __future__ import annotations


class ShelfrankError(Exception):
    """The root: whatever a caller may want to catch. Its text is fit to be shown to a user."""


class InputError(ShelfrankError):
    """Wrong input from outside: `field` names where, `remedy` says what would be right."""

    def __init__(self, field: str, problem: str, remedy: str) -> None:
        super().__init__(f"{field}: {problem}. {remedy}")
        self.field = field
        self.problem = problem
        self.remedy = remedy


class RequestError(InputError):
    """A rerank request that is well-formed JSON but not a valid request."""


class TableError(InputError):
    """A file of items, judgments or clicks that cannot be read as such."""


class SettingError(InputError):
    """A setting, an argument, or a port or folder that somebody else holds."""


class ArtefactError(ShelfrankError):
    """A model bundle or an index that must not be used."""


class ArtefactMissingError(ArtefactError):
    """Something that should exist does not: `what` names it, `remedy` says how to get it."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what} is missing. {remedy}")
        self.what = what
        self.remedy = remedy


class MismatchError(ArtefactError):
    """Two artefacts (or an artefact and this code) disagree."""

    def __init__(self, what: str, expected: object, actual: object, remedy: str) -> None:
        super().__init__(f"{what}: expected {expected}, found {actual}. {remedy}")
        self.what = what
        self.expected = expected
        self.actual = actual
        self.remedy = remedy


class StoreError(ShelfrankError):
    """The Redis-protocol server failed us."""


class StoreUnavailableError(StoreError):
    """The server cannot be reached, or did not answer in time."""


class StoreRefusedError(StoreError):
    """The server answered, and refused."""
