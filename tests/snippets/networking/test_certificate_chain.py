from dataclasses import replace
from datetime import date, timedelta

import pytest

from snippets.networking.certificate_chain import Certificate, problem, signed

ROOTS = {"Root": "k0"}
CA = Certificate("CA", "k1", "Root", "k0", is_ca=True)
SHOP = Certificate("shop.example", "k2", "CA", "k1")
MALLORY = Certificate("mal.example", "k3", "CA", "k1")
TODAY = date(2026, 2, 14)


def verdict(
    *chain: Certificate, host: str = "shop.example", today: date = TODAY
) -> str:
    return problem(list(chain), ROOTS, host, today)


def test_a_chain_to_a_root_is_good() -> None:
    assert verdict(SHOP, CA) == ""


def test_a_root_may_sign_a_server_s_certificate_itself() -> None:
    assert verdict(replace(SHOP, issuer="Root", signer="k0")) == ""


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize(
    ("today", "good"),
    [
        (date(2026, 1, 31), False),
        (date(2026, 2, 1), True),
        (date(2026, 2, 28), True),
        (date(2026, 3, 1), False),
    ],
)
def test_both_ends_of_the_validity_are_inside_for_each_certificate(
    which: int, today: date, good: bool
) -> None:
    chain = [SHOP, CA]
    chain[which] = replace(
        chain[which], first=date(2026, 2, 1), last=date(2026, 2, 28)
    )
    assert verdict(*chain, today=today) == ("" if good else "not valid today")


def test_a_missing_intermediate_ends_at_no_root() -> None:
    assert verdict(SHOP) == "no path to a root"


def test_a_root_is_known_by_its_key_not_by_its_name() -> None:
    own = Certificate("CA", "k5", "Root", "k6", is_ca=True)
    assert verdict(replace(SHOP, signer="k5"), own) == "no path to a root"


def test_a_certificate_that_nobody_signed_is_no_root() -> None:
    assert verdict(Certificate("shop.example", "k9", "shop.example", "k9")) == (
        "no path to a root"
    )


def test_only_a_ca_may_issue_although_the_signatures_are_good() -> None:
    sold = replace(SHOP, issuer="mal.example", signer="k3")
    assert signed([sold, MALLORY, CA], ROOTS)
    assert verdict(sold, MALLORY, CA) == "issued by one that may not"


def test_signatures_alone_still_accept_another_host_and_another_year() -> None:
    assert signed([MALLORY, CA], ROOTS)
    assert verdict(MALLORY, CA) == "for another host"
    later = TODAY + timedelta(days=3_650)
    assert verdict(SHOP, CA, today=later) == "not valid today"


def test_certificates_in_the_wrong_order_are_no_path() -> None:
    assert verdict(CA, SHOP) == "no path to a root"


def test_without_roots_nobody_is_trusted() -> None:
    assert problem([SHOP, CA], {}, "shop.example", TODAY) == "no path to a root"
