"""Figures with what stands around them: bounds, units, counted nouns, shares, rates and comparisons.

`Reader.at` reads the quantity whose figure starts at a token. It works outwards from the figure: a range,
then the unit, then the words before and after. Each step returns a new `Draft`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from factcheck.interval import Interval
from factcheck.model import Qualifier, Quantity
from factcheck.normalise.names import COMPOUNDS, Names, names
from factcheck.normalise.nouns import nouns
from factcheck.normalise.numbers import Figure, Numbers, Shape, numbers
from factcheck.normalise.spaces import Clean
from factcheck.normalise.tokens import Sort, Token
from factcheck.normalise.units import MONEY, Unit, unit_factor, units
from factcheck.normalise.words import words

# How many words before a share may say which way it moved.
DIRECTION_REACH = 5
# The largest exponent of ten a quantity may have: beyond, it is a slip or an attack, and floats end at 308.
# How far back a quotation may have been opened.
QUOTE_REACH = 400
LARGEST = Decimal("1e60")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A quantity in the making, in token indexes. `low` and `high` are set by ranges and bounds."""

    start: int
    end: int
    figure: Figure
    value: Decimal | None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str | None = None
    dimension: str | None = None
    qualifier: Qualifier = Qualifier.EXACT
    of: str | None = None
    per: str | None = None
    direction: str | None = None

    @property
    def bare(self) -> bool:
        """Whether nothing says what is counted."""
        return self.unit is None


class Reader:
    """Reads the quantities of one cleaned text."""

    def __init__(self, clean: Clean, tokens: Sequence[Token], lang: str) -> None:
        """Bind the text to its language's grammar and lexicons."""
        self.clean, self.tokens, self.lang = clean, tokens, lang
        self.numbers: Numbers = numbers(lang)
        self.units, self.words, self.nouns = units(lang), words(lang), nouns(lang)
        self.names: Names = names(lang)

    # ---- entry

    def at(self, at: int) -> Draft | None:
        """The quantity whose figure, sign or currency starts at `at`, or nothing."""
        draft = self._money_first(at) or self._change(at) or self._vague(at) or self._counted_figure(at)
        if draft is None or (draft.value is not None and abs(draft.value) > LARGEST):
            return None
        return draft

    def key(self, at: int) -> str:
        """The folded token at `at`, or nothing past either end."""
        return self.tokens[at].key if 0 <= at < len(self.tokens) else ""

    def glued(self, at: int) -> bool:
        """Whether the token at `at` is stuck to the one before it."""
        return 0 < at < len(self.tokens) and self.tokens[at].glued

    # ---- figures

    def figure(self, at: int) -> Figure | None:
        """The longest figure at `at`, whatever its shape, with its sign, fraction tail and power."""
        tokens, grammar = self.tokens, self.numbers
        if tokens[at].sort not in (Sort.DIGITS, Sort.WORD):
            return None
        if tokens[at].sort == Sort.WORD and tokens[at].key not in grammar.starters:
            return None
        found = grammar.collective(tokens, at) or grammar.compound_ordinal(tokens, at)
        found = found or self._fraction(at) or self._ordinal(at)
        if found is None:
            found = grammar.cardinal(tokens, at)
            found = self._with_tail(found) if found else grammar.indefinites(tokens, at) or self._half(at)
            found = found or self._single(at)
        elif found.shape is Shape.FRACTION and found.spelled:
            found = self._fraction_of_scale(found)
        return self._signed(found) if found else None

    def _fraction(self, at: int) -> Figure | None:
        """A fraction; "une troisième force" and "a third man" are ordinals, read later at their word."""
        found = self.numbers.fraction(self.tokens, at)
        if not found or not found.spelled:
            return found
        single = (
            found.end == at + 2
            and self.key(at) in self.numbers.sets["fraction_openers"] | self.numbers.sets["articles"]
        )
        if not single or self.key(at + 1) not in self.numbers.ordinal_words:
            return found
        if self.key(at) in self.numbers.sets["not_fraction_openers"]:
            return None
        return None if self.nouns.counted(self.tokens, found.end, several=False) else found

    def _ordinal(self, at: int) -> Figure | None:
        """An ordinal; "premier" and "second" only where a rank is meant."""
        found = self.numbers.ordinal(self.tokens, at)
        if not found or found.value > 2 or not found.spelled or found.end > found.start + 1:
            return found
        key, sets = self.key(found.end), self.numbers.sets
        ranked = key in sets["rank_nouns"] or self.tokens[found.end].sort != Sort.WORD
        return found if ranked and key not in sets["never_ranked"] else None

    def _with_tail(self, found: Figure) -> Figure:
        """ "trois millions et demi", "two and a half", "2,5^-1"."""
        tail = self.numbers.tail(self.tokens, found.end)
        if tail:
            part = tail[0] * self._last_scale(found) if found.scaled else tail[0]
            grown = found._replace(value=found.value + part, end=tail[1], digits=(found.digits or 0) + 1)
            return self._scale_after(grown) if not found.scaled else grown
        if self.key(found.end) in ("^", "x", "×", "*", "e"):
            raised = self.numbers.power(self.clean.key, self.tokens, found)
            if raised:
                return found._replace(value=raised[0], end=raised[1])
        return found

    def _scale_after(self, found: Figure) -> Figure:
        """ "five and a half million": the scale word comes after the fraction."""
        scale = self.numbers.scales.get(self.key(found.end))
        return found._replace(value=found.value * scale, end=found.end + 1, scaled=True) if scale else found

    def _last_scale(self, found: Figure) -> Decimal:
        return self.numbers.scales.get(self.key(found.end - 1), Decimal(1))

    def _half(self, at: int) -> Figure | None:
        """ "demi" and "half" before a unit, scale or collective: "un demi-million", "half a gallon"."""
        sets, end = self.numbers.sets, at
        if self.key(end) in sets["fraction_openers"] | sets["articles"]:
            end += 1
        if self.key(end) in self.numbers.denominators and self.key(end) not in sets["halves"]:
            return self._quarter(at, end)
        if self.key(end) not in sets["halves"]:
            return None
        end += 1
        while self.key(end) in ("-", *sets["articles"]):
            end += 1
        word = self.key(end)
        scale = self.numbers.scales.get(word) or self.numbers.collectives.get(word)
        half = Decimal("0.5")
        if scale:
            return Figure(half * scale, at, end + 1, Shape.CARDINAL, 1, True, True)
        clear = (
            self.unit(end)
            or self.words.whole.match(self.tokens, end)
            or self.key(end) in self.words.sets["whole_fillers"]
        )
        if not clear and (at or self.tokens[end].sort != Sort.BREAK):
            return None
        return Figure(half, at, end, Shape.FRACTION, 1, spelled=True)

    def _quarter(self, at: int, end: int) -> Figure:
        """ "quart de litre": a fraction word with nothing before it."""
        return Figure(
            Decimal(1) / self.numbers.denominators[self.key(end)], at, end + 1, Shape.FRACTION, 1, spelled=True
        )

    def _single(self, at: int) -> Figure | None:
        """ "an hour", "a kilometre": the article counts one of a unit."""
        named = self.key(at) in self.numbers.sets["articles"] and self.units.names.match(self.tokens, at + 1)
        return Figure(Decimal(1), at, at + 1, Shape.CARDINAL, 1, spelled=True) if named else None

    def _fraction_of_scale(self, found: Figure) -> Figure:
        """ "un quart de million", "half a billion": the fraction of a scale word."""
        place = self._after_of(found.end)
        place += self.key(place) in self.words.sets["after_of"]
        scale = self.numbers.scales.get(self.key(place))
        if not scale:
            return found
        return found._replace(value=found.value * scale, end=place + 1, shape=Shape.CARDINAL, scaled=True)

    def _signed(self, found: Figure) -> Figure:
        """Take in a minus before the figure, or the mark of ",25"."""
        at = found.start
        before, tokens = self.key(at - 1), self.tokens
        if before in ",." and before and tokens[at].glued and tokens[at].sort == Sort.DIGITS and not self.glued(at - 1):
            if tokens[at].key.isdigit() and found.end == at + 1:
                return found._replace(value=Decimal(f"0.{tokens[at].key}"), start=at - 1)
        sets = self.numbers.sets
        if before in sets["minus_words"] and found.value > 0 and found.shape is Shape.CARDINAL:
            two_before = self.key(at - 2)
            free = two_before not in sets["minus_not_after"] and not self._is_figure(at - 2)
            return found._replace(value=-found.value, start=at - 1) if free else found
        if before == "-" and found.value > 0 and tokens[at].sort == Sort.DIGITS and self._minus(at):
            return found._replace(value=-found.value, start=at - 1)
        if before == "+" and tokens[at].glued:
            return found._replace(start=at - 1)
        return found

    def _is_figure(self, at: int) -> bool:
        return at >= 0 and (self.tokens[at].sort == Sort.DIGITS or self.key(at) in self.numbers.ones)

    def _minus(self, at: int) -> bool:
        """Whether the hyphen before `at` is a minus: nothing stuck before it, and no figure it could link."""
        if self.glued(at - 1) and self.key(at - 2) not in "([{$€£¥":
            return False
        if not self.tokens[at].glued:
            return at == 1 and not self._counts_noun(at)
        return not self._is_figure(at - 2)

    def _counts_noun(self, at: int) -> bool:
        """Whether a plural noun follows the digits at `at`: then a dash before them opens a list."""
        return bool(self.nouns.counted(self.tokens, at + 1, several=True)) and self.unit(at + 1) is None

    # ---- the usual case: a figure, then its unit

    def _counted_figure(self, at: int) -> Draft | None:
        figure = self.figure(at)
        if figure is None:
            return None
        draft = Draft(start=figure.start, end=figure.end, figure=figure, value=figure.value)
        if figure.shape is Shape.INDEFINITE:
            opened = self.key(figure.start - 1) in self.numbers.sets["plural_openers"]
            draft = replace(draft, start=figure.start - opened)
        elif (
            self.key(at) in self.numbers.sets["half_nouns"]
            and self.key(at - 1) in self.numbers.sets["fraction_openers"]
        ):
            draft = replace(draft, start=at - 1)
        if figure.shape is Shape.INDEFINITE:
            draft = replace(draft, value=None, low=figure.value, high=figure.top, qualifier=Qualifier.INDEFINITE)
        if figure.shape is Shape.ORDINAL:
            return replace(draft, unit="ordinal", dimension="rank")
        draft = self._range(draft) or self._measured(draft)
        draft = self._times(draft) or self._share(draft) or self._one_in(draft) or draft
        if not self._stands(draft):
            return None
        return self._finish(draft)

    def _finish(self, draft: Draft) -> Draft:
        return self._directed(self._rated(self._bounded(draft)))

    def _measured(self, draft: Draft) -> Draft:
        """With the unit or counted noun after the figure."""
        found = self.unit_of(draft)
        if found:
            return self._below_zero(self._scaled_by(draft, *found))
        draft = self._lettered(draft)
        if draft.figure.shape is Shape.FRACTION and abs(draft.figure.value) <= 1:
            return replace(draft, unit="ratio", dimension="share", of=self._whole(draft.end))
        noun = self._noun(draft)
        if noun:
            return replace(draft, unit=noun[0], dimension="count", end=noun[1])
        if self._aged(draft):
            return replace(draft, unit="year", dimension="duration")
        return replace(draft, unit=self.words.person, dimension="count") if self._people(draft) else draft

    def _aged(self, draft: Draft) -> bool:
        """ "Kevin Snow, 57, was": a bare figure between commas after a word is an age in English."""
        figure, at = draft.figure, draft.start
        if not self.words.bare_ages or figure.spelled or figure.digits is None or not 1 < figure.value < 111 or at < 2:
            return False
        if self.key(at - 1) != "," or self.tokens[at - 2].sort != Sort.WORD or self.tokens[at].key[0] == "0":
            return False
        follows = self.key(draft.end) == "," or (self.key(draft.end) == "." and self.tokens[at - 2].text[:1].isupper())
        return follows and self.tokens[draft.end + 1].sort != Sort.DIGITS and len(self.tokens[at].key) <= 2

    def _people(self, draft: Draft) -> bool:
        """ "51 were taken to hospital", "16 who walked": a bare figure that only people can be."""
        figure = draft.figure
        if figure.shape is not Shape.CARDINAL or figure.value != int(figure.value) or figure.value < 1:
            return False
        return self.words.people.match(self.tokens, draft.end) is not None

    def _below_zero(self, draft: Draft) -> Draft:
        """ "10 degrés au-dessous de zéro"."""
        if draft.dimension not in ("temperature", "angle") or draft.value is None:
            return draft
        below = self.words.below_zero.match(self.tokens, draft.end)
        return replace(draft, value=-draft.value, end=below[1]) if below else draft

    def _scaled_by(self, draft: Draft, unit: Unit, end: int, scale: Decimal) -> Draft:
        """`draft` in `unit`, its figures times `scale` and the unit's own `times`."""
        factor = scale * unit.times
        draft = replace(
            draft,
            end=end,
            unit=unit.name,
            dimension=unit.dimension,
            value=None if draft.value is None else draft.value * factor,
            low=None if draft.low is None else draft.low * factor,
            high=None if draft.high is None else draft.high * factor,
        )
        draft = self._small_change(draft) if unit.dimension == MONEY else self._compound(draft)
        return replace(draft, of=self._whole(draft.end)) if unit.dimension == "share" else draft

    def _vague(self, at: int) -> Draft | None:
        """ "quelques kilomètres", "several weeks", "toute la journée": a unit without a figure."""
        few = self.words.few.match(self.tokens, at)
        whole = None if few else self.words.entire.match(self.tokens, at)
        found = few or whole
        if not found or found[1] >= len(self.tokens):
            return None
        unit = self.units.names.match(self.tokens, found[1])
        if not unit or unit[0].dimension == "share" or (whole and unit[0].dimension != "duration"):
            return None
        if self.names.not_unit(self.tokens, found[1], unit[1]):
            return None
        one = Decimal(1) if whole else None
        figure = Figure(Decimal(1), at, unit[1], Shape.CARDINAL if whole else Shape.INDEFINITE, spelled=True)
        draft = Draft(start=at, end=unit[1], figure=figure, value=one, unit=unit[0].name, dimension=unit[0].dimension)
        if whole:
            return replace(draft, value=unit[0].times)
        usual = self.words.few_value * unit[0].times
        return self._rated(replace(draft, value=usual, low=2 * unit[0].times, qualifier=Qualifier.INDEFINITE))

    # ---- units

    def unit_of(self, draft: Draft) -> tuple[Unit, int, Decimal] | None:
        """The unit after a figure: the unit, the index after it, and a letter scale found between ("M€")."""
        figure, place, one = draft.figure, draft.end, Decimal(1)
        if self.key(place) in ("{", "[", "("):
            found = self.unit(place + 1)
            if found and self.key(found[1]) in ("}", "]") and self.key(place) != "(":
                return found[0], found[1] + 1, one
            return None
        loose = figure.scaled or figure.shape is not Shape.CARDINAL or figure.value >= 10**6
        loose |= figure.spelled and figure.value != int(figure.value)
        if loose and self.key(place) in self.words.sets["of_words"] and self.key(place + 1):
            place += 1
            if self.key(place) in self.words.sets["after_of"]:
                place += 1
        if self.key(place) == "-" and self.glued(place) and self.glued(place + 1):
            place += 1
        found = self.unit(place) or self._unit_later(place)
        if found and self._fits_unit(found[0], place, found[1], figure):
            return found[0], found[1], self._code_scale(place, found[0])
        scale = None if figure.spelled else self.numbers.letter_scale(self.tokens, place)
        if scale and place == draft.end:
            money = self.money(self._after_of(scale[1]))
            if money:
                return money[0], money[1], scale[0]
        return None

    def _unit_later(self, place: int) -> tuple[Unit, int] | None:
        """ "trois longues années", "two more weeks": a unit name behind an adjective."""
        skipped = self.words.sets["unit_skips"]
        while self.key(place) in skipped:
            place += 1
            found = self.units.names.match(self.tokens, place) if place < len(self.tokens) else None
            if found:
                return found
        return None

    def _code_scale(self, place: int, unit: Unit) -> Decimal:
        """A scale letter stuck to a currency code: "48.5 MGBP"."""
        text = self.tokens[place].text
        stuck = unit.dimension == MONEY and len(text) == 4 and text[1:] == unit.name
        return self.numbers.letters.get(text[0], Decimal(1)) if stuck else Decimal(1)

    def _lettered(self, draft: Draft) -> Draft:
        """ "1,2M", "100k abonnés": a letter stuck to the digits multiplies them when it is no unit."""
        figure = draft.figure
        if figure.spelled or figure.scaled or figure.shape is not Shape.CARDINAL or not self.glued(draft.end):
            return draft
        scale = self.numbers.letter_scale(self.tokens, draft.end)
        if not scale or (self.glued(scale[1]) and self.tokens[scale[1]].sort in (Sort.WORD, Sort.DIGITS)):
            return draft
        if figure.value == int(figure.value) and abs(figure.value) < 10 and self.tokens[draft.end].text.isupper():
            return draft
        grown = figure._replace(value=figure.value * scale[0], end=scale[1], scaled=True)
        return replace(draft, figure=grown, value=grown.value, end=scale[1])

    def _after_of(self, place: int) -> int:
        return place + 1 if self.key(place) in self.words.sets["of_words"] else place

    def unit(self, at: int) -> tuple[Unit, int] | None:
        """A unit written at `at`: money, a symbol, or a name, the longest."""
        if at >= len(self.tokens):
            return None
        found = [
            self.money(at),
            self._symbol(at),
            self.units.names.match(self.tokens, at),
            self.units.minor.match(self.tokens, at),
        ]
        best = [f for f in found if f]
        return max(best, key=lambda f: f[1]) if best else None

    def _symbol(self, at: int) -> tuple[Unit, int] | None:
        """A unit symbol at `at`; a figure inside it ("m2") is stuck to its letters."""
        found = self.units.symbols.match(self.tokens, at)
        inside = self.tokens[at + 1 : found[1]] if found else ()
        return None if any(t.sort == Sort.DIGITS and not t.glued for t in inside) else found

    def money(self, at: int) -> tuple[Unit, int] | None:
        """A currency sign, code or name at `at`, with a code stuck behind a sign ("$US")."""
        if at >= len(self.tokens):
            return None
        token = self.tokens[at]
        named = self.units.money_names.match(self.tokens, at)
        signed = self.units.money_signs.match(self.tokens, at)
        if named and (not signed or named[1] > signed[1]):
            return named
        if signed:
            return self._code_behind(signed)
        code = "CNY" if token.text == "RMB" else token.text.upper()
        if code[1:] in self.units.codes and code[:1] in "KM" and token.text.isupper() and len(code) == 4:
            code = code[1:]
        if code in self.units.codes and (token.text.isupper() or token.key in self.words.sets["low_codes"]):
            end = at + 2 if self.key(at + 1) in "$€£" and self.key(at + 1) and self.glued(at + 1) else at + 1
            return Unit(name=code, dimension=MONEY), end
        return None

    def _code_behind(self, signed: tuple[Unit, int]) -> tuple[Unit, int]:
        """ "$CAD": a code stuck behind the sign says which money it is."""
        place = signed[1]
        if place < len(self.tokens) and self.glued(place) and self.tokens[place].text in self.units.codes:
            return Unit(name=self.tokens[place].text, dimension=MONEY), place + 1
        return signed

    def _fits_unit(self, unit: Unit, at: int, end: int, figure: Figure) -> bool:
        """Whether what looks like a unit is one here: short symbols need digits and a clear place."""
        token, after = self.tokens[at], self.tokens[end] if end < len(self.tokens) else self.tokens[-1]
        if after.glued and after.sort in (Sort.DIGITS, Sort.WORD) and token.sort == Sort.WORD:
            return unit.name == "hour" and len(after.key) == 2
        if self.names.not_unit(self.tokens, at, end):
            return False
        if token.key == '"' and (not token.glued or self._quoted(token.start)):
            return False
        if token.text in self.words.sets["weak_symbols"] and end == at + 1:
            return not figure.spelled and (
                after.sort in (Sort.BREAK, Sort.SIGN) or after.key in self.words.sets["sizes"]
            )
        if len(token.text) == 1 and end == at + 1 and token.sort == Sort.WORD:
            if figure.spelled:
                return False
            clear = token.glued or after.sort != Sort.WORD or token.text.islower()
            return clear and (token.text != "T" or not token.glued)
        one = figure.spelled and abs(figure.value) == 1 and figure.end == figure.start + 1
        return not one or self._article_unit(figure, token, end)

    def _quoted(self, place: int) -> bool:
        """Whether a quote mark opened shortly before `place` is still open, so that the next one closes it."""
        key = self.clean.key
        line = max(key.rfind("\n", max(0, place - QUOTE_REACH), place), place - QUOTE_REACH, 0)
        return key.count('"', line, place) % 2 == 1

    def _article_unit(self, figure: Figure, token: Token, end: int) -> bool:
        """Whether "un(e)", "a" before a unit counts one of it: "dans une heure", not "a year" or "un point"."""
        sets = self.words.sets
        if self.key(figure.start) in sets["number_ones"]:
            return True
        if token.key in sets["article_never"]:
            return False
        opened = figure.start == 0 or self.tokens[figure.start - 1].sort != Sort.WORD
        return (
            opened or self.key(figure.start - 1) in sets["article_openers"] or self.key(end) in sets["article_closers"]
        )

    def _small_change(self, draft: Draft) -> Draft:
        """ "12 euros et 15", "15 dollars 50", "deux euros et cinq centimes"."""
        place = draft.end
        if self.key(place) in self.words.sets["minor_links"]:
            place += 1
        sign = place == draft.end and self.tokens[draft.end - 1].sort == Sort.SIGN and not self.glued(place)
        if place >= len(self.tokens) or draft.value is None or draft.value != int(draft.value) or draft.figure.scaled:
            return draft
        cents = self.numbers.cardinal(self.tokens, place)
        if not cents or not 0 < cents.value < 100 or cents.value != int(cents.value) or cents.scaled:
            return draft
        minor = self.units.minor.match(self.tokens, cents.end) if cents.end < len(self.tokens) else None
        end = minor[1] if minor else cents.end + (self.key(cents.end) == "c" and self.glued(cents.end))
        if not minor and (sign or not self._ends_amount(end)):
            return draft
        return replace(draft, value=draft.value + cents.value / 100, end=end)

    def _ends_amount(self, end: int) -> bool:
        """Whether nothing counted follows: "12 euros et 15" but not "12 euros et 15 personnes"."""
        return (
            self.unit(end) is None
            and self.tokens[end].sort in (Sort.BREAK, Sort.SIGN)
            and self.key(end) not in ("%", "/", "-", "+")
        )

    def _compound(self, draft: Draft) -> Draft:
        """ "1 heure 30", "deux heures et cinq minutes", "6 feet 2 inches": one value in the first unit."""
        size = unit_factor(draft.unit)
        if draft.value is None or draft.dimension not in COMPOUNDS or size is None:
            return draft
        half = self.numbers.tail(self.tokens, draft.end)
        if half and not self.unit(half[1]):
            return replace(draft, value=draft.value + half[0], end=half[1])
        smallest = size
        while (found := self._smaller(draft, smallest)) is not None:
            added, end, smallest = found
            draft = replace(draft, value=(draft.value or Decimal(0)) + added / size, end=end)
        return draft if smallest != size else self._minutes(draft)

    def _linked(self, draft: Draft) -> int:
        """Past the "et" or comma that may join two parts of a figure."""
        place = draft.end
        if self.key(place) == ",":
            place += 1
        return place + 1 if self.key(place) in self.words.sets["minor_links"] else place

    def _smaller(self, draft: Draft, size: Decimal) -> tuple[Decimal, int, Decimal] | None:
        """A further part in a smaller unit of the same dimension: its size in base units, the index after, its unit."""
        place = self._linked(draft)
        if place >= len(self.tokens) or self.tokens[place].sort not in (Sort.DIGITS, Sort.WORD):
            return None
        rest = self.numbers.cardinal(self.tokens, place)
        found = self.unit(rest.end) if rest else None
        if not rest or not found or found[0].dimension != draft.dimension:
            return None
        factor = unit_factor(found[0].name)
        if factor is None or factor >= size or rest.value * factor >= size:
            return None
        return rest.value * factor, found[1], factor

    def _minutes(self, draft: Draft) -> Draft:
        """ "2 h 30", "1 hour and thirty": minutes without their unit."""
        place = self._linked(draft)
        if draft.unit != "hour" or draft.value is None or draft.value != int(draft.value) or place >= len(self.tokens):
            return draft
        rest = self.numbers.cardinal(self.tokens, place)
        if not rest or rest.value >= 60 or rest.value != int(rest.value) or self.unit(rest.end):
            return draft
        loose = place != draft.end or rest.spelled
        if loose and not self._ends_amount(rest.end):
            return draft
        return replace(draft, value=draft.value + rest.value / 60, end=rest.end)

    # ---- counted nouns

    def _noun(self, draft: Draft) -> tuple[str, int] | None:
        """The counted noun after a figure, and the index after it."""
        figure, place = draft.figure, draft.end
        linked = self.key(place) in self.words.sets["of_words"]
        loose = figure.scaled or figure.shape is not Shape.CARDINAL
        if linked and not loose:
            return None
        if linked:
            place += 1
        if place >= len(self.tokens) or self.tokens[place].sort == Sort.BREAK:
            return None
        one = figure.spelled and figure.value == 1
        if (
            one
            and self.key(figure.start) not in self.words.sets["number_ones"]
            and self.key(place) not in self.nouns.casualties
        ):
            return None
        place += self.key(place) in ('"', "«") and not self.glued(place)
        hyphen = self.key(place) == "-" and self.glued(place) and self.glued(place + 1)
        if hyphen and not self.nouns.head_last:
            return None
        several = (abs(figure.value) >= 2 or figure.shape is Shape.INDEFINITE) and not hyphen
        several &= self.nouns.head_last or not linked
        return self.nouns.counted(self.tokens, place + hyphen, several=several)

    # ---- ranges

    def _range(self, draft: Draft) -> Draft | None:
        """ "de 3 à 4,5 milliards d'euros", "10 ou 15 %", "between 5 and six": one range, one unit."""
        if draft.figure.shape in (Shape.INDEFINITE, Shape.ORDINAL):
            return None
        first = self._own_unit(draft)
        place = first.end
        link = self.tokens[place]
        if link.text not in self.words.range_links and link.key not in self.words.range_links:
            return None
        if link.key in self.words.sets["and_links"] and not self._between(draft.start):
            return None
        second = self._second(place + 1)
        if second is None or not self._rangeable(draft, first, second, link):
            return None
        return self._joined(first, self._measured_second(second), link)

    def _own_unit(self, draft: Draft) -> Draft:
        """The first figure of a range with its own unit, if it has one ("10 euro et 20 euro")."""
        found = self.unit_of(draft)
        return self._scaled_by(draft, *found) if found else draft

    def _second(self, at: int) -> Draft | None:
        """The second figure of a range, which may have a currency or bounding word before it."""
        place = at
        skipped = self.words.sets["range_fillers"]
        while self.key(place) in skipped:
            place += 1
        if place >= len(self.tokens):
            return None
        money = self.units.money_signs.match(self.tokens, place)
        start = money[1] if money else place
        if start >= len(self.tokens):
            return None
        figure = self.figure(start)
        if not figure or figure.shape not in (Shape.CARDINAL, Shape.FRACTION, Shape.COLLECTIVE):
            return None
        figure = figure._replace(start=place)
        draft = Draft(start=place, end=figure.end, figure=figure, value=figure.value)
        return self._prefixed(draft, money[0]) if money else draft

    def _measured_second(self, draft: Draft) -> Draft:
        return draft if draft.unit else self._measured(draft)

    def _between(self, start: int) -> bool:
        return self.key(start - 1) in self.words.sets["and_openers"]

    def _rangeable(self, draft: Draft, first: Draft, second: Draft, link: Token) -> bool:
        """Whether two linked figures are one range, not a score, a date, a code or a list."""
        low, high = draft.figure, second.figure
        if high.value < 0 and link.key == "-":
            return False
        glued_dash = link.glued and self.glued(second.start)
        if link.key in "-–~" and link.glued != self.glued(second.start) and first.bare:
            return False
        if low.value >= high.value and not (high.scaled and not low.scaled):
            opened = self.key(draft.start - 1) in self.words.sets["range_openers"]
            return opened and first.dimension != "duration" and not second.bare
        if link.key in self.words.sets["loose_links"]:
            return high.value <= low.value * 20
        if link.key in "-–" and glued_dash and low.spelled != high.spelled:
            return False
        return link.key not in "-–" or (high.value - low.value) * 1 >= 0

    def _joined(self, first: Draft, second: Draft, link: Token) -> Draft | None:
        """One range from two figures; the unit and scale of the second hold for both when the first has none."""
        if first.unit and second.unit and first.unit != second.unit and second.dimension != first.dimension:
            return None
        if second.bare and first.unit and first.dimension not in (MONEY, "share"):
            return None
        if second.value is None or first.value is None:
            return None
        low, high = first.value, second.value
        scale = high / second.figure.value if second.figure.value else Decimal(1)
        if first.bare:
            low *= scale
        if second.figure.scaled and not first.figure.scaled and low < 1000:
            low *= self._last_scale(second.figure) if self._last_scale(second.figure) > 1 else self._short_scale(second)
        if low > high:
            low, high = high, low
        opened = self.key(first.start - 1) in self.words.sets["range_openers"]
        return replace(
            second,
            start=first.start - 1 if opened else first.start,
            value=None,
            low=low,
            high=high,
            unit=second.unit or first.unit,
            dimension=second.dimension or first.dimension,
            qualifier=Qualifier.RANGE,
            figure=second.figure._replace(digits=max(first.figure.digits or 0, second.figure.digits or 0) or None),
        )

    def _short_scale(self, draft: Draft) -> Decimal:
        """The abbreviated scale a figure ends with ("4,5 Md€")."""
        return self.numbers.short.get(self.key(draft.figure.end - 1), Decimal(1))

    # ---- money with the currency first

    def _money_first(self, at: int) -> Draft | None:
        """ "$8.5B", "USD 8.5bn", "€1'049,95"."""
        token = self.tokens[at]
        if token.sort not in (Sort.SIGN, Sort.WORD):
            return None
        sign = self.units.money_signs.match(self.tokens, at) or self._code_first(at)
        if not sign or sign[1] >= len(self.tokens):
            return None
        place, minus = sign[1], False
        if self.key(place) in "+-" and self.key(place):
            place, minus = place + 1, self.key(place) == "-"
        if (
            place >= len(self.tokens)
            or self.tokens[place].sort != Sort.DIGITS
            or self.tokens[place].start - self.tokens[place - 1].end > 1
        ):
            return None
        figure = self.numbers.cardinal(self.tokens, place)
        if not figure:
            return None
        figure = self._with_tail(figure)
        minus |= self.key(at - 1) == "-" and not self.glued(at - 1) and self.glued(at)
        figure = figure._replace(
            start=at - (self.key(at - 1) in ("-", "+") and self.glued(at)),
            value=-figure.value if minus else figure.value,
        )
        draft = Draft(start=figure.start, end=figure.end, figure=figure, value=figure.value)
        draft = self._prefixed(draft, sign[0])
        return self._finish(self._money_range(draft) or draft)

    def _code_first(self, at: int) -> tuple[Unit, int] | None:
        token = self.tokens[at]
        if token.sort == Sort.WORD and (token.text in self.units.codes or token.key in self.words.sets["low_codes"]):
            end = at + 2 if self.key(at + 1) in ("$", "€", "£") and self.glued(at + 1) else at + 1
            return Unit(name="CNY" if token.text == "RMB" else token.text.upper(), dimension=MONEY), end
        return None

    def _prefixed(self, draft: Draft, unit: Unit) -> Draft:
        """An amount with its currency before it, its letter scale ("B", "m") and a spelled scale after it."""
        end, value = draft.end, draft.value or Decimal(0)
        scale = self.numbers.letter_scale(self.tokens, end) if not draft.figure.scaled else None
        if (scale and (self.glued(end) or self.tokens[end].sort == Sort.WORD) and not self.glued(scale[1])) or (
            scale and self.glued(scale[1]) and self.tokens[scale[1]].sort != Sort.WORD
        ):
            value, end = value * scale[0], scale[1]
        figure = draft.figure._replace(scaled=draft.figure.scaled or end != draft.end)
        again = self.money(end) if end < len(self.tokens) and self.tokens[end].sort == Sort.WORD else None
        if again and (again[0].name == unit.name or self.tokens[end].text in self.units.codes):
            unit, end = again
        return replace(draft, figure=figure, end=end, value=value, unit=unit.name, dimension=MONEY)

    def _money_range(self, draft: Draft) -> Draft | None:
        """ "$10-12 million", "$5 to $7"."""
        link = self.tokens[draft.end]
        if link.text not in self.words.range_links and link.key not in self.words.range_links:
            return None
        if link.key in self.words.sets["and_links"] and not self._between(draft.start):
            return None
        second = self._second(draft.end + 1)
        if not second or not self._rangeable(draft, draft, second, link) or second.value is None:
            return None
        found = None if second.unit else self.unit_of(second)
        if second.bare and (found or self._noun(second)):
            return None
        second = second if second.unit else self._prefixed(second, Unit(name=draft.unit or "", dimension=MONEY))
        return self._joined(draft, second, link)

    # ---- multipliers and shares

    def _times(self, draft: Draft) -> Draft | None:
        """ "17 fois moins cher", "four times as many", and plain frequencies ("deux fois par an")."""
        sets, place = self.words.sets, draft.end
        if not draft.bare or self.key(place) not in sets["times_words"] or draft.figure.shape is Shape.ORDINAL:
            return None
        place += 1
        nxt = self.key(place)
        base = replace(draft, unit="multiplier", dimension="multiplier", end=place)
        if nxt in sets["multiplier_down"]:
            return replace(base, direction="down", end=self._compared(place))
        if nxt in sets["multiplier_up"]:
            return replace(base, direction="up", end=self._compared(place))
        if nxt in sets["multiplier_bases"]:
            return base
        return replace(base, unit="occurrence", dimension="count")

    def _compared(self, place: int) -> int:
        """Past the comparing word and the adjective after it."""
        nxt = self.tokens[place + 1]
        follows = nxt.sort == Sort.WORD and nxt.key not in self.nouns.never and nxt.text.islower()
        return place + 2 if follows and nxt.sort == Sort.WORD and not nxt.key.endswith("'") else place + 1

    def _share(self, draft: Draft) -> Draft | None:
        """ "une entreprise mondiale sur cinq", "one in five companies"."""
        whole_number = draft.value is not None and draft.value == int(draft.value) and draft.value >= 0
        if draft.figure.shape is not Shape.CARDINAL or not whole_number or draft.dimension not in (None, "count"):
            return None
        for place in range(draft.figure.end, min(draft.figure.end + 4, len(self.tokens) - 1)):
            out_of = self.words.out_of.match(self.tokens, place)
            if out_of:
                return self._proportion(draft, place, out_of[1])
            token = self.tokens[place]
            if token.sort != Sort.WORD or token.key in self.nouns.never or token.key in self.numbers.starters:
                return None
        return None

    def _proportion(self, draft: Draft, place: int, start: int) -> Draft | None:
        if start >= len(self.tokens):
            return None
        bottom = self.numbers.cardinal(self.tokens, start)
        top = draft.figure.value
        if (
            not bottom
            or bottom.value < max(top, Decimal(2))
            or bottom.value != int(bottom.value)
            or bottom.value > 10**6
        ):
            return None
        named = place > draft.figure.end
        noun = self.nouns.counted(self.tokens, draft.figure.end, several=False) if named else None
        after = None if named else self.nouns.counted(self.tokens, bottom.end, several=True)
        if not named and self.unit(bottom.end) and not after:
            return None
        if (
            not named
            and self.key(place) in self.words.sets["weak_out_of"]
            and (not after and bottom.value > 20 and not bottom.spelled)
        ):
            return None
        if self.lang_time(start, bottom):
            return None
        of = noun[0] if noun else after[0] if after else self._whole(bottom.end)
        end = after[1] if after else bottom.end
        value = top / bottom.value
        return replace(draft, value=value, unit="ratio", dimension="share", of=of, end=end)

    def lang_time(self, start: int, bottom: Figure) -> bool:
        """Whether the second figure is a year: "30 in 2014"."""
        token = self.tokens[start]
        return token.sort == Sort.DIGITS and len(token.key) == 4 and 1500 <= bottom.value < 2100

    def _one_in(self, draft: Draft) -> Draft | None:
        """ "7 des 11 personnes": the share one count is of another."""
        if not draft.bare or draft.value is None or draft.figure.shape is not Shape.CARDINAL:
            return None
        if draft.figure.spelled and draft.value == 1:
            return None
        link = self.words.among.match(self.tokens, draft.end)
        if not link or link[1] >= len(self.tokens):
            return None
        bottom = self.numbers.cardinal(self.tokens, link[1])
        if not bottom or bottom.value < max(draft.value, Decimal(2)) or bottom.value != int(bottom.value):
            return None
        whole = self.nouns.counted(self.tokens, bottom.end, several=True)
        if not whole and self.unit(bottom.end):
            return None
        end = whole[1] if whole else bottom.end
        return replace(
            draft,
            value=draft.value / bottom.value,
            unit="ratio",
            dimension="share",
            of=whole[0] if whole else None,
            end=end,
        )

    def _whole(self, end: int) -> str | None:
        """What a share is taken from: "4% du PIB", "un tiers des biens"."""
        link = self.words.whole.match(self.tokens, end) if end < len(self.tokens) else None
        if not link or link[1] >= len(self.tokens):
            return None
        place = link[1]
        while self.key(place) in self.words.sets["whole_fillers"]:
            place += 1
        if self.tokens[place].sort != Sort.WORD:
            return None
        noun = self.nouns.counted(self.tokens, place, several=False)
        return noun[0] if noun else None

    def _change(self, at: int) -> Draft | None:
        """ "a doublé", "multiplié par 2,5", "halved"."""
        token = self.tokens[at]
        if token.sort != Sort.WORD:
            return None
        by = self.words.times_by.match(self.tokens, at)
        if by:
            return self._multiplied(at, *by)
        change = self.words.changes.get(token.key)
        if not change or not self._changes_here(at):
            return None
        figure = Figure(change.value, at, at + 1, spelled=True)
        draft = Draft(start=at, end=at + 1, figure=figure, value=change.value)
        draft = replace(draft, unit="multiplier", dimension="multiplier", direction=change.direction)
        return self._bounded(draft)

    def _changes_here(self, at: int) -> bool:
        """Whether a word like "double" changes a figure here, and isn't "double vitrage" or a name."""
        sets, token = self.words.sets, self.tokens[at]
        if token.key in sets["change_always"]:
            return True
        opened = self.words.change_openers.match_back(self.tokens, at) is not None
        closed = self.key(at + 1) in sets["change_closers"] or self.tokens[at + 1].sort != Sort.WORD
        if token.key in sets["change_nouns"]:
            return opened and closed
        return opened or (at > 0 and closed and self.tokens[at - 1].sort == Sort.WORD and not token.text[0].isupper())

    def _multiplied(self, at: int, direction: str, end: int) -> Draft | None:
        while self.key(end) in self.words.sets["fillers"] or self.words_before(end):
            end += 1
        figure = self.figure(end) if end < len(self.tokens) else None
        if not figure or figure.shape not in (Shape.CARDINAL, Shape.COLLECTIVE) or figure.value <= 0:
            return None
        value = figure.value if direction == "up" else 1 / figure.value
        draft = Draft(start=at, end=figure.end, figure=figure, value=value, direction=direction)
        return replace(draft, unit="multiplier", dimension="multiplier")

    def words_before(self, at: int) -> bool:
        """Whether a bounding word stands at `at` ("multiplié par près de dix")."""
        return self.key(at) in self.words.sets["bound_words"]

    # ---- what stands around

    def _stands(self, draft: Draft) -> bool:
        """Whether a figure without a unit counts as a quantity where it stands."""
        figure, start = draft.figure, draft.start
        if self.names.is_name(
            self.tokens, draft.start, draft.end, figure, bare=draft.bare, count=draft.dimension == "count"
        ):
            return False
        if draft.bare and self.key(draft.end) == "-" and self.glued(draft.end) and self.glued(draft.end + 1):
            return not figure.spelled
        if not draft.bare or not figure.spelled or draft.qualifier is Qualifier.RANGE:
            return True
        first = start == 0 or self.tokens[start - 1].sort in (Sort.BREAK, Sort.SIGN)
        last = self.tokens[draft.end].sort != Sort.WORD or self.key(draft.end) in self.words.sets["after_bare"]
        if self.key(start) in self.numbers.sets["shy"] and figure.end == figure.start + 1:
            return first and self._alone(start, draft.end)
        if figure.shape is not Shape.CARDINAL or figure.value > 10:
            return True
        return first or last or self._bound_before(start) is not None or self.key(draft.end) in self.numbers.ones

    def _alone(self, start: int, end: int) -> bool:
        """Whether nothing but numbers stands around: "un sept neuf", not "un, deux"."""
        after = self.tokens[end]
        before = start == 0 or self.tokens[start - 1].sort == Sort.BREAK or self._is_figure(start - 1)
        return before and (after.sort == Sort.BREAK or after.key in self.numbers.ones or after.key == ".")

    def _bound_before(self, start: int) -> tuple[Qualifier, int] | None:
        """The bounding words that end just before `start`, and where they begin; small words between are skipped."""
        for skip in range(3):
            place = start - skip
            found = self.words.before.match_back(self.tokens, place)
            if found:
                return found
            if self.key(place - 1) not in self.words.sets["fillers"]:
                return None
        return None

    def _bounded(self, draft: Draft) -> Draft:
        """With the bounds that the words before and after set."""
        vague = draft.figure.shape is Shape.INDEFINITE
        before = None if vague else self._bound_before(draft.start)
        if before:
            draft = replace(draft, start=before[1])
            twice = self._bound_before(before[1])
            if twice and twice[0] is not Qualifier.EXACT and twice[1] < before[1]:
                before = twice if before[0] is Qualifier.EXACT else (before[0], twice[1])
                draft = replace(draft, start=twice[1])
            if draft.qualifier is Qualifier.EXACT:
                draft = replace(draft, qualifier=before[0])
        after = self.words.after.match(self.tokens, draft.end) if draft.end < len(self.tokens) else None
        if after and draft.qualifier is Qualifier.EXACT:
            return replace(draft, qualifier=after[0], end=after[1])
        if draft.figure.shape is Shape.COLLECTIVE and draft.qualifier is Qualifier.EXACT:
            return replace(draft, qualifier=Qualifier.ABOUT)
        return draft

    def _rated(self, draft: Draft) -> Draft:
        """With the rate's denominator: "par an", "par étude", "a day"."""
        if draft.end >= len(self.tokens):
            return draft
        timed = self.words.per_time.match(self.tokens, draft.end)
        found = self.units.names.match(self.tokens, timed[1]) if timed and timed[1] < len(self.tokens) else None
        if found and found[0].dimension in ("duration", "length", "area", "mass", "volume"):
            return replace(draft, per=found[0].name)
        link = self.words.per.match(self.tokens, draft.end)
        if not link or link[1] >= len(self.tokens) or self.tokens[link[1]].sort != Sort.WORD:
            return draft
        if self.key(link[1]) in self.words.sets["not_rates"]:
            return draft
        noun = self.nouns.counted(self.tokens, link[1], several=False)
        return replace(draft, per=noun[0]) if noun else draft

    def _directed(self, draft: Draft) -> Draft:
        """With "up" or "down" when a word of rising or falling stands shortly before."""
        if draft.direction or draft.dimension not in ("share", "change_of_share", MONEY, "points", "multiplier"):
            return draft
        sets = self.words.sets
        for place in range(draft.start - 1, max(-1, draft.start - 1 - DIRECTION_REACH), -1):
            token = self.tokens[place]
            if token.sort != Sort.WORD:
                break
            if token.key in sets["rising"]:
                return replace(draft, direction="up")
            if token.key in sets["falling"]:
                return replace(draft, direction="down")
        return draft

    # ---- out

    def quantity(self, draft: Draft, text: str) -> Quantity:
        """The finished record, with its span in `text`."""
        start, end = self.clean.span(self.tokens[draft.start].start, self.tokens[draft.end - 1].end)
        return Quantity(
            text=text[start:end],
            start=start,
            end=end,
            bounds=self._bounds(draft),
            value=draft.value,
            unit=draft.unit,
            dimension=draft.dimension,
            qualifier=draft.qualifier,
            of=draft.of,
            per=draft.per,
            digits=draft.figure.digits,
            direction=draft.direction,
        )

    def _bounds(self, draft: Draft) -> Interval:
        """The interval that value and qualifier make."""
        if draft.qualifier in (Qualifier.RANGE, Qualifier.INDEFINITE) or draft.value is None:
            return Interval(low=draft.low, high=draft.high)
        value = draft.value
        if draft.qualifier is Qualifier.ABOUT:
            width = self.words.collective if draft.figure.shape is Shape.COLLECTIVE else self.words.about
            return Interval.around(value, abs(value) * width)
        return {
            Qualifier.AT_LEAST: Interval(low=value),
            Qualifier.MORE_THAN: Interval(low=value, low_inclusive=False),
            Qualifier.AT_MOST: Interval(high=value),
            Qualifier.LESS_THAN: Interval(high=value, high_inclusive=False),
        }.get(draft.qualifier, Interval.point(value))
