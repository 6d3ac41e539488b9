"""The student as one ONNX file: tokens in, a vector of length 1 out; fp32 or int8."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Literal

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from tokenizers import Tokenizer
from transformers import DistilBertModel

Precision = Literal["fp32", "int8"]
_OPSET = 18


class Tower(torch.nn.Module):
    """One side of the Siamese student: [CLS] of the last layer, divided by its length (eCom'24, Eq 4)."""

    def __init__(self, encoder: DistilBertModel) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Token ids and mask, int64[n, t] → vectors, float32[n, dim]."""
        hidden = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        return torch.nn.functional.normalize(hidden[:, 0], dim=-1)


def export_encoder(
    encoder: DistilBertModel, tokenizer: Tokenizer, folder: Path, precision: Precision
) -> None:
    """Write `encoder.onnx` and `tokenizer.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer.no_padding()
    tokenizer.no_truncation()
    tokenizer.save(str(folder / "tokenizer.json"))
    target = folder / "encoder.onnx"
    if precision == "fp32":
        _export_fp32(encoder, target)
        return
    plain = folder / "encoder.fp32.onnx"
    _export_fp32(encoder, plain)
    quantise(plain, target)
    plain.unlink()


def quantise(source: Path, target: Path, per_channel: bool = True, reduce_range: bool = True) -> None:
    """Dynamic int8: weights are stored in 8 bits, activations are scaled per call.

    `reduce_range` keeps weights to 7 bits, so that processors without VNNI (whose 8-bit products saturate)
    compute the same vectors as those with it: an index and a service may run on different machines.
    """
    prepared = source.with_suffix(".prepared.onnx")
    quant_pre_process(source, prepared, skip_symbolic_shape=True)
    quantize_dynamic(
        prepared,
        target,
        weight_type=QuantType.QInt8,
        per_channel=per_channel,
        reduce_range=reduce_range,
    )
    prepared.unlink()


def _export_fp32(encoder: DistilBertModel, target: Path) -> None:
    tower = Tower(encoder).eval()
    # two tensors: the exporter merges inputs that are one object
    example = torch.ones((2, 8), dtype=torch.int64), torch.ones((2, 8), dtype=torch.int64)
    dynamic = {0: torch.export.Dim.DYNAMIC, 1: torch.export.Dim.DYNAMIC}
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")  # the exporter warns about its own internals
        program = torch.onnx.export(
            tower,
            example,
            dynamo=True,
            verbose=False,
            opset_version=_OPSET,
            input_names=["input_ids", "attention_mask"],
            output_names=["vector"],
            dynamic_shapes=(dynamic, dynamic),
        )
    if program is None:
        raise RuntimeError("the exporter returned nothing")
    model = program.model_proto
    onnx.checker.check_model(model)
    # one plain file: no external data beside it
    target.write_bytes(model.SerializeToString())
