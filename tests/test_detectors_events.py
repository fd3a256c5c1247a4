"""What is denied, debunked, or said with contrary words: hand-built facts, then whole sentences side by side."""

from __future__ import annotations

from typing import Any

import pytest

from factcheck.conflicts.detectors import DETECTORS
from factcheck.conflicts.detectors.denials import debunked_story, denied_statement
from factcheck.conflicts.detectors.directions import opposite_side
from factcheck.conflicts.findings import COMPARE_FLOOR, CORPUS_FLOOR
from factcheck.facts import DenialFact, StatedFact
from factcheck.parse.lexicon import lexicon
from factcheck.pipeline import compare_all
from tests.factories import reading, scope

COMPARED = scope()


def denial(*denied: str, heads: str = "", about: str = "", cue: str = "negation", **rest: Any) -> DenialFact:
    """A denial of `denied`, carried by `heads`."""
    return DenialFact(
        start=0,
        end=1,
        scope=COMPARED,
        cue=cue,
        heads=frozenset(heads.split()),
        denied=frozenset(denied),
        about=frozenset(about.split()),
        **rest,
    )


def stated(*words: str, **rest: Any) -> StatedFact:
    """A claim that leaves `words` standing."""
    fields: dict[str, Any] = {"doubted": False}
    return StatedFact(
        start=0, end=1, scope=COMPARED, places=tuple((w, i, i + 1) for i, w in enumerate(words)), **(fields | rest)
    )


DENIED = denial("signal", "arrest", "support", heads="arrest", about="prefet")
TOLD = [
    (stated("signal", "arrest", "support", "prefet"), 0.5, "the predicate and most words are told"),
    (stated("arrest", "prefet", "lille"), 0.25, "the predicate and a word"),
    (stated("arrest", "musee", doubted=True), 0.0, "the other is in doubt itself"),
    (stated("support", "signal", "prefet"), 0.25, "several denied words"),
    (stated("support", "stade", "bus"), 0.0, "one word is a topic"),
    (stated("support", "prefet", "lille"), 0.25, "one denied word and the same topic"),
    (stated("support", "signal", doubted=True), 0.0, "denied words, and doubt"),
    (stated("arrest", "voleur", "banque"), 0.0, "not the one it is denied of"),
]


@pytest.mark.parametrize(("told", "least", "why"), TOLD, ids=[why for *_, why in TOLD])
def test_denied(told, least, why):
    """The more of a denial the other tells, the surer the clash; only in full is it looked for in a corpus."""
    clash = denied_statement(reading(DENIED, stated("prefet", "lille")), reading(told))
    strength = clash.strength if clash else 0.0
    assert strength >= least
    assert (strength >= COMPARE_FLOOR) is (least > 0)


def test_of_another():
    """What is denied of one and told of another clashes weakly, and only where both speak of one name."""
    told = stated("support", "signal", "maire")
    one, other = reading(DENIED, names={"brest"}), reading(told, names={"brest"})
    clash = denied_statement(one, other)
    assert clash is not None
    assert COMPARE_FLOOR <= clash.strength < CORPUS_FLOOR
    elsewhere = denied_statement(one, reading(told, names={"lyon"}))
    assert elsewhere is None or elsewhere.strength < COMPARE_FLOOR


def test_contrary_of_denied():
    """To deny one side of a scale agrees with the other side."""
    possible = denial("possibl", "sortie", "port", heads="possibl", sides=frozenset({("possibility", 1)}))
    impossible = stated("sortie", "port", "impossibl", sides=(("possibility", -1, 0, 1),))
    clash = denied_statement(reading(possible), reading(impossible))
    assert clash is None or clash.strength < COMPARE_FLOOR
    assert denied_statement(reading(possible), reading(stated("sortie", "port", "possibl")))


def test_other_denials():
    """Where the other denies something as well, the denied predicate counts, or several of the denied words."""
    other = denial("porte", heads="porte")
    assert not denied_statement(reading(DENIED), reading(other, stated("support", "lille", "prefet")))
    assert denied_statement(reading(DENIED), reading(other, stated("support", "signal", "prefet")))
    assert denied_statement(reading(DENIED), reading(other, stated("arrest", "prefet", "lille")))


def test_other_word_for_denied():
    """What is denied is told in another word of the same side of a scale; no corpus is searched for that."""
    harmless = denial("dangereu", heads="dangereu", about="sirop", sides=frozenset({("safety", -1)}))
    clash = denied_statement(reading(harmless), reading(stated("nocif", "sirop", sides=(("safety", -1, 0, 1),))))
    assert clash is not None
    assert COMPARE_FLOOR <= clash.strength < CORPUS_FLOOR


def test_repeated():
    """Who merely repeats what the denier tells besides its denial denies nothing of it."""
    told = ("maire", "quimper", "fest", "musiqu", "halle")
    one = reading(denial("romp", "promess", "musiqu", heads="romp"), stated(*told, "signal"))
    assert denied_statement(one, reading(stated(*told))) is None
    clash = denied_statement(one, reading(stated("romp", "promess", *told)))
    assert clash is not None


def test_floors():
    """What is aligned by roles passes both floors, what is aligned by words only that of a comparison."""
    full = denial("sign", "accord", "port", "brest", heads="sign")
    clash = denied_statement(reading(full), reading(stated("sign", "accord", "port", "brest")))
    weak = denied_statement(reading(full), reading(stated("sign", "accord", "lyon")))
    assert clash is not None
    assert weak is not None
    assert COMPARE_FLOOR <= weak.strength < CORPUS_FLOOR <= clash.strength


def test_weak_scores():
    """What only a comparison shows scores by the share of right ones among its like, not by that of surer findings."""
    whole = "Le préfet n'a relevé aucune arrestation de dockers à Brest."
    surely, weakly = compare_all(
        [(whole, "Le préfet a relevé une arrestation de dockers à Brest.", "fr"),
         (whole, "Des dockers de Lorient ont été arrêtés lundi, dit le préfet.", "fr")]
    )  # fmt: skip
    rule = next(d for d in DETECTORS if d.code == "N2")
    assert rule.weak is not None
    assert surely.findings[0].strength >= CORPUS_FLOOR > weakly.findings[0].strength
    assert weakly.score <= rule.weak < surely.score


def test_both_deny():
    """Two denials of one thing agree."""
    other = denial("arrest", "support", heads="arrest")
    assert denied_statement(reading(DENIED), reading(other, stated("arrest", "support", "prefet"))) is None


def test_narrowed():
    """A denial that bears on a figure or a manner says nothing of other figures and manners."""
    narrow = denial("compt", "50000", "manifest", heads="compt", needed=frozenset({"50000"}))
    assert denied_statement(reading(narrow), reading(stated("compt", "2000", "manifest"))) is None
    assert denied_statement(reading(narrow), reading(stated("compt", "50000", "manifest"))) is not None


def test_no_sign():
    """Who finds no sign of an event disagrees with who finds it, where they speak of one name."""
    none = denial("trac", "poison", heads="poison", sought=frozenset({"poison"}))
    found = stated("poison", "concl", events=frozenset({"poison"}))
    one, other = reading(none, names={"orlov"}), reading(found, names={"orlov"})
    elsewhere = reading(found, names={"petrova"})
    assert denied_statement(one, other) is not None
    assert denied_statement(other, one) is not None
    apart = denied_statement(reading(none, names={"orlov"}, source="b.txt"), elsewhere)
    assert apart is None or apart.strength < CORPUS_FLOOR


def test_debunked():
    """What is called a montage is told in earnest elsewhere; a doubt of one's own is no such telling."""
    called = denial("video", "pont", "effondr", "brest", cue="debunk")
    assert debunked_story(reading(called), reading(stated("video", "pont", "effondr", "brest")))
    assert not debunked_story(reading(called), reading(stated("video", "pont", "effondr", "brest", doubted=True)))
    assert not debunked_story(reading(called), reading(stated("pont", "lyon")))


def test_contrary_words():
    """Contrary words in two claims that share most others clash; a claim that holds both compares."""
    side = {"sides": (("opening", 1, 0, 1),)}
    other = {"sides": (("opening", -1, 0, 1),)}
    words = ("musee", "port", "brest", "ete")
    assert opposite_side(reading(stated(*words, **side)), reading(stated(*words, **other)))
    assert not opposite_side(reading(stated(*words, **side)), reading(stated(*words, **side)))
    both = {"sides": (("opening", 1, 0, 1), ("opening", -1, 2, 3))}
    assert not opposite_side(reading(stated(*words, **both)), reading(stated(*words, **other)))


def test_stems():
    """Words made from one another share a stem; short ones stay as they are."""
    french = lexicon("fr")
    assert french.stem("recommander") == french.stem("recommandation")
    assert french.stem("Russie") == french.stem("russe")
    assert french.stem("mère") != french.stem("merci")


CLASHING = [
    ("Le préfet n'a relevé aucune arrestation de dockers.", "Des dockers ont été arrêtés, annonce le préfet."),
    ("Le rapport n'indique pas que le barrage a cédé.", "Selon le rapport, le barrage a cédé."),
    ("L'usine ne rejette pas de mercure dans la rivière.", "L'usine rejette du mercure dans la rivière."),
    ("La direction a démenti avoir vendu le stade.", "La direction a vendu le stade à un promoteur."),
    ("La vidéo du pont effondré à Brest est un montage.", "Une vidéo montre le pont effondré à Brest."),
    ("Le musée de Rennes est ouvert le lundi.", "Le musée de Rennes est fermé le lundi."),
    ("Les filtres ne sont pas efficaces contre la poussière.", "Les filtres sont efficaces contre la poussière."),
    ("Le port de Brest a fermé sans aucun lien avec la grève.", "La grève a fait fermer le port de Brest."),
    ("La note du préfet ne liste pas des dizaines de fuites.", "La note du préfet recense des dizaines de fuites."),
    ("C'est une halle qui ne respecte pas le règlement.", "La halle respecte le règlement de la ville."),
    ("Le train de Lille n'est pas à Metz, mais à Nancy.", "Le train de Lille est en panne à Metz."),
    ("Aucune fuite n'a eu lieu récemment à l'usine de Brest.", "Une fuite a eu lieu à l'usine de Brest."),
    ("Le pont de Brest serait fermé, selon des messages.", "La mairie n'a rien décidé pour le pont de Brest."),
    ("Le 3 mai, le port de Brest a reçu du gaz.", "Le 7 juin, le préfet dit que Brest ne reçoit pas de gaz russe."),
    ("Les billets de ce site ne sont pas authentiques.", "Les billets de ce site sont des billets officiels."),
    ("Il est contraire au règlement de vendre du vin au stade de Brest.", "Le stade de Brest peut vendre du vin."),
    ("Les chiots entrent en Irlande sans vaccin depuis mai.", "Le vaccin est exigé pour les chiots en Irlande."),
    (
        "Anne Morvan a tenté en vain de se faire élire au conseil de Brest.",
        "Anne Morvan a été élue au conseil de Brest.",
    ),
    ("Le club a cherché sans succès à vendre le stade.", "Le club a vendu le stade."),
    ("Le groupe a renoncé à construire la halle.", "Le groupe a construit la halle."),
    ("La région de Kerlan est peu dense.", "La région de Kerlan est dense."),
    ("The mayor tried in vain to sell the port of Brest.", "The mayor sold the port of Brest."),
    ("The mayor did not sign the port agreement.", "The mayor signed the port agreement."),
]
HARMLESS = [
    ("Le maire n'a pas signé tous les permis.", "Le maire a signé des permis."),
    ("S'il ne signe pas l'accord, le port fermera.", "Il signe l'accord sur le port."),
    ("Certains agents n'ont pas reçu de prime.", "Les agents ont reçu une prime."),
    ("La police n'a pas compté 50 000 manifestants à Lille.", "La police a compté des manifestants à Lille."),
    ("Aucune grève n'est prévue au port de Brest.", "Il n'y aura pas de grève au port de Brest."),
    ("Le maire n'a signé que l'accord du port.", "Le maire a signé l'accord du port."),
    ("Le train de Lille n'est pas à Metz, mais à Nancy.", "Le train de Lille est en panne à Nancy."),
    ("Il n'y a aucune femme qui chante sur le quai.", "Une femme dort sur le quai de la gare."),
    ("Le pont n'a pas cédé, car la pluie a baissé à Brest.", "La pluie a baissé dans la nuit à Brest."),
    ("Aucun quai n'est plus long que celui de Brest, sur la rade.", "Le quai de Brest donne sur la rade."),
    ("La ministre ne viendra pas à Nantes mais à Angers.", "La ministre viendra à Angers."),
    ("Les motos ne doivent pas être garées sur le quai.", "Les camions sont garés devant le port."),
    (
        "Le maire ne quittera pas Brest, même si son parti de la Rade le lui demande.",
        "Le parti du maire est celui de la Rade.",
    ),
    (
        "Sans permis de pêche, on ne peut pas pêcher au lac.",
        "Les visiteurs doivent avoir un permis pour pêcher au lac.",
    ),
    ("Sans la digue du port, la halle de Brest serait inondée.", "La digue du port protège la halle de Brest."),
    ("Le maire a sans doute mérité sa place au conseil de Brest.", "Le maire a mérité sa place au conseil."),
    ("Anne Morvan a tenté de vendre le stade.", "Anne Morvan a vendu le stade."),
    ("Le club a tenté en vain de vendre le stade de Brest en 2004.", "Le club a vendu le stade de Brest en 2011."),
    ("L'incendie n'a pas été provoqué délibérément.", "L'incendie a été provoqué par un court-circuit."),
]


def test_compared():
    """Whole sentences, side by side: what clashes is told, what does not is let be."""
    questions = [(a, b, "auto") for a, b in (*CLASHING, *HARMLESS)]
    labels = [verdict.label for verdict in compare_all(questions)]
    found = [pair for pair, label in zip((*CLASHING, *HARMLESS), labels, strict=True) if label == "contradiction"]
    assert found == CLASHING


TOLD_SO = [
    ("Kerlan is incapable of running a marathon.", "Kerlan ran the marathon of Abalan in May.", True),
    ("The beacon has yet to be outdone in brightness.", "The beacon was outdone by that of Abalan in 1931.", True),
    ("The tower has yet to be finished.", "The tower is not finished.", False),
    ("Low Tide is an album by the band Kerlan, not Abalan.", "Low Tide is an album by Abalan.", True),
    ("Low Tide is an album by the band Kerlan, not Abalan.", "Low Tide is an album by Kerlan.", False),
    ("Low Tide is an album by the band Kerlan, not Abalan.", "Low Tide is not an album by Abalan.", False),
]


@pytest.mark.parametrize(("a", "b", "clashes"), TOLD_SO, ids=[f"{a} / {b}" for a, b, _ in TOLD_SO])
def test_english_denials(a, b, clashes):
    """What one cannot do, what is still to come and what is set against something else is denied."""
    (verdict,) = compare_all([(a, b, "en")])
    assert (verdict.label == "contradiction") is clashes


def test_awaited():
    """What is still to come in one article may have come in another: a corpus is not asked."""
    awaited = denial("finish", "tow", "harbour", "mast", heads="finish", cue="awaited")
    told = stated("finish", "tow", "harbour", "mast")
    clash = denied_statement(reading(awaited), reading(told))
    assert clash is not None
    assert COMPARE_FLOOR <= clash.strength < CORPUS_FLOOR
