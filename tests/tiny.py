"""A whole bundle in a few seconds: a real, randomly initialised student and real, small rankers."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors, trainers
from transformers import BertConfig, BertModel, DistilBertConfig, DistilBertModel

from core.encoder import Encoder
from core.manifest import ENCODER, TOKENIZER, EncoderSpec
from core.text import SEPARATOR_TOKENS, render_item
from core.types import Item, Judgment
from core.vocabulary import count_vocabulary
from training.assemble import BundleParts, assemble, fingerprint, golden_requests
from training.export import export_encoder
from training.masking import without_store
from training.ranker import Group, RankerSettings, train_ranker
from training.ranking_data import Featuriser, ItemRecords, judged_queries
from training.retrieval import Bm25

DIM = 32
SPEC = EncoderSpec(dim=DIM, max_query_tokens=16, max_item_tokens=32)
_COLORS = ["Red", "Blue", "Black", "White"]
_TYPES = ["Running Shoes", "Pry Bar", "Coffee Grinder", "Table Lamp", "Phone Case"]
_BRANDS = ["Halvorsen", "Nordbek", "Tarrow"]


def make_items(count: int = 40) -> list[Item]:
    draw = random.Random(3)
    items = []
    for number in range(count):
        kind, brand = _TYPES[number % len(_TYPES)], draw.choice(_BRANDS)
        color, inches = draw.choice(_COLORS), draw.randint(4, 24)
        items.append(
            Item(
                item_id=f"sku-{number}",
                title=f"{brand} {inches} in. {kind}, {color} ({draw.randint(1, 4)}-Pack)",
                product_type=kind,
                brand=brand if number % 4 else None,
                color=f"{color}|Grey" if number % 3 else None,
                gender="Men" if kind == "Running Shoes" else None,
                material="Steel" if kind == "Pry Bar" else None,
                size=f"{inches} in." if number % 2 else None,
                description=f"A {kind.lower()} by {brand}, made to last." if number % 5 else None,
                price=float(draw.randint(5, 200)) + 0.99,
                rating=round(draw.uniform(2.5, 5), 1) if number % 6 else None,
                review_count=float(draw.randint(0, 500)),
            )
        )
    return items


def make_judgments(items: list[Item]) -> list[Judgment]:
    judgments = []
    for kind in _TYPES:
        for color in _COLORS:
            for item in items[::2]:
                right = item.product_type == kind
                label = (1.0 if color in (item.color or "") else 0.5) if right else 0.0
                judgments.append(Judgment(f"{color} {kind}".lower(), item.item_id, label))
    return judgments


def make_tokenizer(texts: list[str]) -> Tokenizer:
    tokenizer = Tokenizer(models.WordPiece(unk_token="[UNK]"))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    special = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *SEPARATOR_TOKENS]
    trainer = trainers.WordPieceTrainer(vocab_size=600, special_tokens=special, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    ends = [(name, tokenizer.token_to_id(name)) for name in ("[SEP]", "[CLS]")]
    tokenizer.post_processor = processors.BertProcessing(*ends)
    return tokenizer


def make_student(vocab_size: int, seed: int = 0) -> DistilBertModel:
    torch.manual_seed(seed)
    config = DistilBertConfig(
        vocab_size=vocab_size,
        dim=DIM,
        hidden_dim=64,
        n_layers=2,
        n_heads=2,
        max_position_embeddings=64,
        attn_implementation="eager",
    )
    return DistilBertModel(config).eval()


def make_bert_folder(folder: Path, texts: list[str], seed: int = 0) -> Path:
    """A real, randomly initialised BERT on disk, as a base encoder."""
    tokenizer = make_tokenizer(texts)
    torch.manual_seed(seed)
    config = BertConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=DIM,
        intermediate_size=64,
        num_hidden_layers=2,
        num_attention_heads=2,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def export_tiny(folder: Path, items: list[Item], seed: int = 0) -> Encoder:
    tokenizer = make_tokenizer([render_item(item) for item in items])
    export_encoder(make_student(tokenizer.get_vocab_size(), seed), tokenizer, folder, "int8")
    return Encoder(folder / ENCODER, folder / TOKENIZER, SPEC.max_query_tokens, SPEC.max_item_tokens)


def make_bundle(folder: Path, items: list[Item], name: str = "tiny", seed: int = 0) -> Path:
    encoder = export_tiny(folder / "encoder", items, seed)
    by_id = {item.item_id: item for item in items}
    judgments = make_judgments(items)
    records = ItemRecords(encoder, by_id)
    featuriser = Featuriser(lambda _: records, count_vocabulary(items), {})
    queries = judged_queries(judgments, Bm25(by_id))
    groups = [Group(featuriser.matrix(q), q.grades, fold=number % 4) for number, q in enumerate(queries)]
    bare = [replace(group, matrix=without_store(group.matrix)) for group in groups]
    small = RankerSettings(max_trees=10, leaves=4, min_rows_per_leaf=5, threads=1)
    ranker = train_ranker(groups, small)
    parts = BundleParts(
        name=name,
        encoder_folder=folder / "encoder",
        spec=SPEC,
        vocabulary=featuriser.vocabulary,
        ranker=ranker,
        fallback=train_ranker(bare, small),
        golden=golden_requests(queries, featuriser, ranker),
        data_fingerprint=fingerprint(judgments),
        trained_on=["made-up items"],
    )
    assemble(folder / "bundle", parts)
    return folder / "bundle"
