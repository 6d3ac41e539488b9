"""A set on disk behaves as a set in memory."""

from hypothesis import given
from hypothesis import strategies as st

from offline_indexer.seen import SeenIds

IDS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=8)


@given(st.lists(IDS), st.lists(IDS))
def test_it_agrees_with_a_set(added: list[str], marked: list[str]) -> None:
    model: set[str] = set()
    with SeenIds() as seen:
        for item_id in added:
            assert seen.add(item_id) == (item_id not in model)
            model.add(item_id)
        assert len(seen) == len(model)
        assert seen.mark(marked) == [i for i in marked if i not in model]
        count, example = seen.unmarked()
    left = model - set(marked)
    assert count == len(left)
    assert example in left if left else example is None
