"""What the processor at hand can do."""

from __future__ import annotations

import torch


def has_bf16() -> bool:
    """Whether bfloat16 is computed natively: elsewhere it is emulated, and many times slower than float32."""
    if torch.cuda.is_available():
        return bool(torch.cuda.is_bf16_supported())
    can = torch.cpu.get_capabilities()
    return bool(can.get("avx512_bf16") or can.get("amx_bf16"))
