"""A zone may be empty: two servers bear the loss of one."""


def servers(peak: int, per_server: int, zones: int, bound: int) -> int:
    """The fewest servers that bear the loss of any one zone.

    `peak` and `per_server` are requests per second. Servers are spread over
    the zones as evenly as they can be. When the fullest zone is lost, those
    left are busy for at most `bound` percent of their time.

    Raises ValueError if there are fewer than 2 zones, or the bound is not
    from 1 to 100.
    """
    if zones < 2 or not 1 <= bound <= 100:
        raise ValueError(f"{zones} zones, a bound of {bound} %")
    need = -(-peak * 100 // (per_server * bound))
    count = need
    while count - -(-count // zones) < need:
        count += 1
    return max(count, zones)
