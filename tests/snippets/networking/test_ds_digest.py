import pytest

from snippets.networking.ds_digest import (
    KEY,
    OWNER,
    PARENT_SAYS,
    digest,
    key_tag,
    rdata,
)


def test_tag_and_digest_are_those_of_the_rfc() -> None:
    data = rdata(KEY)
    assert (key_tag(data), digest(OWNER, data)) == PARENT_SAYS


def test_the_case_of_the_owner_does_not_matter() -> None:
    assert digest("DSKEY.Example.COM", rdata(KEY)) == PARENT_SAYS[1]


@pytest.mark.parametrize("at", [0, 50, len(KEY) - 1])
def test_each_changed_bit_changes_the_digest(at: int) -> None:
    changed = KEY[:at] + bytes([KEY[at] ^ 1]) + KEY[at + 1 :]
    assert digest(OWNER, rdata(changed)) != PARENT_SAYS[1]


def test_a_tag_is_no_proof_as_two_keys_may_share_it() -> None:
    swapped = KEY[2:4] + KEY[0:2] + KEY[4:]
    assert swapped != KEY
    assert key_tag(rdata(swapped)) == key_tag(rdata(KEY))
    assert digest(OWNER, rdata(swapped)) != digest(OWNER, rdata(KEY))


def test_the_digest_belongs_to_the_name() -> None:
    assert digest("other.example.com", rdata(KEY)) != PARENT_SAYS[1]
