"""What only a web service can refuse; everything else it raises comes from core.errors.

ShelfrankError
├── InputError
│   ├── MalformedBodyError   the body is not JSON
│   └── BodyTooLargeError    the body has more bytes than are accepted
└── NotReadyError            no request can be answered yet: `reason` is the error that stands in the way
"""

from __future__ import annotations

from core.errors import InputError, ShelfrankError


class MalformedBodyError(InputError):
    """The body cannot be parsed as JSON at all."""

    def __init__(self, problem: str) -> None:
        super().__init__("body", problem, "Send one JSON object in UTF-8.")


class BodyTooLargeError(InputError):
    """The body is larger than the service reads."""

    def __init__(self, limit: int) -> None:
        super().__init__("body", f"is larger than {limit} bytes", "Send fewer candidates.")


class NotReadyError(ShelfrankError):
    """The service has not been ready yet."""

    def __init__(self, reason: ShelfrankError) -> None:
        super().__init__(str(reason))
        self.reason = reason
