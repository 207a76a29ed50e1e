"""What a client checks before it trusts a chain, one check per test."""

from dataclasses import replace

import pytest
from solution import Certificate, trusted

ROOTS = {"Root": "k0", "Other": "k9"}
UPPER = Certificate("Upper", "k1", "Root", "k0", is_ca=True)
LOWER = Certificate("Lower", "k2", "Upper", "k1", is_ca=True)
SHOP = Certificate("shop.example", "k3", "Lower", "k2")
CHAIN = [SHOP, LOWER, UPPER]
SELF_MADE = Certificate("shop.example", "k4", "shop.example", "k4")


def verdict(
    chain: list[Certificate], host: str = "shop.example", now: int = 500
) -> bool:
    """The client's decision with both roots."""
    return bool(trusted(chain, ROOTS, host, now))


def changed(depth: int, **fields: object) -> list[Certificate]:
    """The good chain with one certificate changed."""
    chain = list(CHAIN)
    chain[depth] = replace(chain[depth], **fields)  # type: ignore[arg-type]
    return chain


@pytest.mark.parametrize(
    "chain",
    [
        CHAIN,
        [Certificate("shop.example", "k3", "Upper", "k1"), UPPER],
        [Certificate("shop.example", "k3", "Root", "k0")],
        [Certificate("shop.example", "k3", "Other", "k9")],
        [*CHAIN, Certificate("Root", "k0", "Root", "k0", is_ca=True)],
    ],
    ids=["two between", "one between", "none", "other root", "root sent"],
)
def test_a_good_chain_of_any_length_is_trusted(
    chain: list[Certificate],
) -> None:
    assert verdict(chain), (
        "A chain that ends at a root of the client is good, of any length. "
        "The root may be sent as well."
    )


def test_the_chain_may_be_empty() -> None:
    assert not verdict([]), "A server that shows no certificate is nobody."


def test_the_first_certificate_is_the_host_s() -> None:
    for host in ["bank.example", "eu.shop.example", "shop", ""]:
        assert not verdict(CHAIN, host=host), (
            "A good certificate of another host proves that this is another "
            "host. Compare whole names."
        )
    assert not verdict(CHAIN, host="Lower"), (
        "Only the first certificate is the server's. The others are issuers."
    )


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("now", [100, 200])
def test_the_ends_of_the_validity_are_inside(depth: int, now: int) -> None:
    assert verdict(changed(depth, first=100, last=200), now=now), (
        "A certificate is valid in its first second and in its last one "
        "(4.1.2.5)."
    )


@pytest.mark.parametrize("depth", [0, 1, 2])
@pytest.mark.parametrize("now", [99, 201])
def test_each_certificate_is_valid_now(depth: int, now: int) -> None:
    assert not verdict(changed(depth, first=100, last=200), now=now), (
        "Each certificate has to be valid now: begun, and not yet expired."
    )


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_each_signature_is_by_the_key_above(depth: int) -> None:
    assert not verdict(changed(depth, signer="k7")), (
        "Each signature is checked with the key above it. A root is known by "
        "the key that the client has, not by its name."
    )


def test_the_root_that_is_named_is_the_one_that_signed() -> None:
    assert not verdict(changed(2, signer="k9")), (
        "The key of another root does not count: the issuer says which one."
    )


@pytest.mark.parametrize("depth", [0, 1])
def test_each_issuer_is_the_one_above(depth: int) -> None:
    assert not verdict(changed(depth, issuer="Root")), (
        "The issuer has to be the subject above (6.1.3), even if the key fits."
    )


def test_a_chain_ends_at_a_root_of_the_client() -> None:
    assert not verdict(CHAIN[:2]), (
        "A chain that ends before a root is no chain: the server left out an "
        "intermediate."
    )
    assert not verdict([SELF_MADE]), (
        "Whoever signs for itself proves nothing: the client has no such root."
    )
    own = Certificate("Mallory", "k6", "Mallory", "k6", is_ca=True)
    sold = Certificate("shop.example", "k4", "Mallory", "k6")
    assert not verdict([sold, own]), (
        "A root that the server brings along is not one that the client has."
    )


@pytest.mark.parametrize("depth", [1, 2])
def test_only_a_ca_may_issue(depth: int) -> None:
    assert not verdict(changed(depth, is_ca=False)), (
        "Who is no CA may not issue (4.2.1.9). Else everyone with a "
        "certificate can make one for any host."
    )


def test_a_server_s_certificate_need_not_be_a_ca_s() -> None:
    limited = Certificate("shop.example", "k3", "Root", "k0", path_length=0)
    assert verdict([limited]), "The first certificate issues nothing here."


@pytest.mark.parametrize(
    ("limit", "good"), [(None, True), (1, True), (2, True)]
)
def test_as_many_cas_below_as_the_limit_allows(
    limit: int | None, good: bool
) -> None:
    assert verdict(changed(2, path_length=limit)) is good, (
        "`path_length` counts CAs below, not the server's certificate "
        "(4.2.1.9). None is no limit."
    )


def test_a_limit_of_zero_is_a_limit() -> None:
    assert verdict(changed(1, path_length=0)), (
        "With 0 a CA may still issue the server's certificate."
    )
    assert not verdict(changed(2, path_length=0)), (
        "With 0 there is no CA below this one. 0 is a limit, None is none."
    )


def test_the_limit_counts_all_cas_below() -> None:
    third = Certificate("Third", "k5", "Lower", "k2", is_ca=True)
    shop = Certificate("shop.example", "k3", "Third", "k5")
    upper = replace(UPPER, path_length=1)
    assert not verdict([shop, third, LOWER, upper]), (
        "Two CAs are below this one, and its limit is 1."
    )
    assert verdict([shop, third, replace(LOWER, path_length=1), UPPER]), (
        "One CA is below this one, and its limit is 1."
    )
    assert not verdict([shop, third, replace(LOWER, path_length=0), UPPER]), (
        "The limit of each CA counts, not only that of the highest."
    )
