"""CORS: whether a page may ask another origin, and read what it answers.

Assumed: short and well-formed values, no Range; a preflight that is asked is
passed.

Time: O(fields). Space: the same.
Source: Fetch, "CORS protocol", https://fetch.spec.whatwg.org/#http-cors-protocol
"""

type Fields = dict[str, str]  # names in lower case

HARMLESS = {"accept", "accept-language", "content-language"}
FORMS = """text/plain multipart/form-data
application/x-www-form-urlencoded""".split()
ORIGIN = "access-control-allow-origin"
CREDENTIALS = "access-control-allow-credentials"


def unlike_a_form(fields: Fields) -> set[str]:
    """The names of fields with which no HTML form could have been sent."""
    media = fields.get("content-type", "").partition(";")[0].strip().lower()
    harmless = HARMLESS | {"content-type"} if media in FORMS else HARMLESS
    return fields.keys() - harmless


def preflight(method: str, fields: Fields) -> bool:
    """Whether the browser asks by OPTIONS before it sends the request."""
    return method not in ("GET", "HEAD", "POST") or bool(unlike_a_form(fields))


def readable(page: str, credentials: bool, answer: Fields) -> bool:
    """The CORS check: whether scripts of the page may read the answer."""
    if answer.get(ORIGIN) == "*" and not credentials:
        return True
    trusted = answer.get(CREDENTIALS) == "true"
    return answer.get(ORIGIN) == page and (trusted or not credentials)


if __name__ == "__main__":
    requests: list[tuple[str, Fields]] = [
        ("GET", {}),
        ("POST", {"content-type": "text/plain"}),
        ("POST", {"content-type": "application/json"}),
        ("GET", {"authorization": "Bearer t1"}),
        ("DELETE", {}),
    ]
    for method, fields in requests:
        what = f"{method} {' '.join(fields.values())}"
        print(
            f"{what:<22}", "preflight" if preflight(method, fields) else "sent"
        )
    page = "https://shop.example"
    print("Allow-Origin          -Credentials  readable without, with cookies")
    for named in ["*", page]:
        for trusted in ["", "true"]:
            answer = {ORIGIN: named, CREDENTIALS: trusted}
            seen = [
                readable(page, cookies, answer) for cookies in (False, True)
            ]
            print(f"{named:<22}{trusted:<13}", *seen)
