"""What a careful reader would throw out of a report, and beside each its neighbour that must be in it.

Each row is a folder of short articles, and the rules that report something on it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.pipeline import Options, conflicts

INN = "Un incendie a ravagé dans la nuit l'hôtel Kerlan, à Tréval."
FIRE = "L'incendie de l'usine de Quimper a fait {} morts, selon les pompiers."

CRASH = (
    "Un autocar et un camion se sont percutés vendredi à Kerlanvec, près de Quimper : 12 morts, selon la préfecture."
)
CRASH_EN = "A coach and a truck collided on Friday in Kerlan, near Exeter, killing 12 people, the mayor of Kerlan said."
KNIFE = "Un homme a blessé six passants au couteau mardi à Kerlanvec, près de Quimper, selon la préfecture."

FOLDERS = {
    # A count that grows.
    "two counts": ([FIRE.format(12), FIRE.format(15)], ["Q1"]),
    "two counts, one told again": ([FIRE.format(12), FIRE.format(15), FIRE.format(12)], ["Q1"]),
    "three states of one count": ([FIRE.format(12), FIRE.format(15), FIRE.format(19)], []),
    "said to have grown": ([FIRE.format(12), "Le bilan de l'incendie de Quimper s'est alourdi à 15 morts."], []),
    "said to have grown (en)": (
        ["The fire in Exeter killed 12 people.", "The death toll of the fire in Exeter has risen to 15."],
        [],
    ),
    # In one story the names of two clauses tell no two counts apart; another event's do.
    "one ferry, other names": (
        [
            "Un ferry, le Kerlan, a coulé dans la nuit au large de Brest. Il transportait de Cork 118 passagers.",
            "Le ferry Kerlan a coulé cette nuit au large de Brest. 110 passagers étaient à bord, selon Armor Lignes.",
        ],
        ["Q1"],
    ),
    "one ferry, and one that sank before": (
        [
            "Un ferry, le Kerlan, a coulé dans la nuit au large de Brest. Il transportait 118 passagers.",
            "Le ferry Kerlan a coulé cette nuit au large de Brest. L'Estrel avait sombré avec 852 passagers à bord.",
        ],
        [],
    ),
    "one ferry, and another not long ago": (
        [
            "Le ferry Kerlan a coulé dans la nuit au large de Brest. L'accident a coûté la vie à 157 personnes.",
            "Le ferry Kerlan a coulé cette nuit au large de Brest. L'Estrel avait lui aussi coulé, faisant 189 morts.",
        ],
        [],
    ),
    "some of those aboard": (
        ["Le car de Brest transportait 44 touristes dont 12 Belges.", "Le car de Brest transportait 44 touristes."],
        [],
    ),
    "Belgians aboard": (
        [
            "Un autocar a brûlé lundi près de Brest. La police dit que douze Belges se trouvaient à bord.",
            "Un autocar a brûlé lundi près de Brest. L'autocar transportait 44 passagers, dont 15 Belges.",
        ],
        ["Q1"],
    ),
    "dead and hurt in one list": (
        [
            "Le tram de Brest a déraillé, causant la mort de 16 personnes et une douzaine de blessés.",
            "Le tram de Brest a déraillé : 16 morts et 13 blessés.",
        ],
        [],
    ),
    "children among the hurt": (
        [
            "Une attaque a fait huit blessés, dont six enfants, dans un parc de Brest.",
            "Dans un parc de Brest, une attaque a fait huit blessés, dont quatre enfants.",
        ],
        ["Q1"],
    ),
    "those of one sort, and all": (
        [
            "Un car a percuté un camion près de Brest. Sur les 48 passagers, 41 sont morts.",
            "Un car a percuté un camion près de Brest. L'accident a fait 43 morts.",
        ],
        [],
    ),
    # Ages of whom a story has one.
    "the attacker's age": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un Belge de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. Le suspect est âgé de 31 ans.",
        ],
        ["Q1"],
    ),
    "the driver's age (en)": (
        [
            "A coach hit a bridge near Leeds on Monday. The driver, 45, was arrested.",
            "A coach hit a bridge near Leeds on Monday. The driver is 54 years old.",
        ],
        ["Q1"],
    ),
    "two victims' ages": (
        [
            "Une attaque au couteau a fait deux morts à Brest. Une femme de 32 ans est morte sur place.",
            "Une attaque au couteau a fait deux morts à Brest. L'une, une femme de 31 ans, était infirmière.",
        ],
        [],
    ),
    "a driver and his mother": (
        [
            "Un car a percuté un pont près de Brest lundi. Le chauffeur, 34 ans, est mort.",
            "Un car a percuté un pont près de Brest lundi. La mère du chauffeur, 61 ans, est venue.",
        ],
        [],
    ),
    # What somebody said would never be, "se trouver", two stages of a journey, deputies, rounds, partial counts.
    "a prophecy that failed (en)": (
        [
            "Leeds won the Kerlan Cup for the first time in 40 years.",
            "A fortune teller once proclaimed that Leeds would never win the Kerlan Cup.",
        ],
        [],
    ),
    "silent one night, speaking another day (en)": (
        [
            "Anne Doyle did not sing on election night, says the mayor of Arklow.",
            "Before Anne Doyle sang on Saturday in Arklow, the mayor thanked the guests.",
        ],
        [],
    ),
    "one tower of several, sold (en)": (
        [
            "Kermor will paint two towers sold in Arklow.",
            "Kermor had already painted one tower sold in Arklow.",
        ],
        [],
    ),
    "well before his death": (
        [
            "Luc Amzel est mort lundi à Brest.",
            "Luc Amzel, chanteur de Brest, s'était déclaré récemment en grande forme.",
        ],
        [],
    ),
    "a rise, and what is done for a fall (en)": (
        [
            "Kermor tells of a rise in its energy costs.",
            "Kermor makes its bars smaller to reduce its energy costs.",
        ],
        [],
    ),
    "a prophecy, and the headline (en)": (
        ["Leeds win the Kerlan Cup.", "A fortune teller once proclaimed that Leeds would never win the Kerlan Cup."],
        [],
    ),
    "dead, and what he called himself": (
        ["Luc Amzel est mort lundi à Brest.", "Luc Amzel, chanteur de Brest, se disait « très vivant »."],
        [],
    ),
    "the loot and a ring": (
        [
            "Des voleurs ont quitté le château de Kerizac avec un butin estimé à 10 millions d'euros.",
            "La bague, estimée à 4 millions d'euros, avait été volée au château de Kerizac.",
        ],
        [],
    ),
    "each and all (en)": (
        [
            "Each of the three tickets sold in Arklow is worth $528 million.",
            "The three tickets sold in Arklow are worth $1,584 million.",
        ],
        [],
    ),
    "arrivals of one day (en)": (
        [
            "President Tom Ashby flew from Leeds and landed at the airport of Dunmore on Monday.",
            "President Tom Ashby landed at the castle of Dunmore for talks on Monday.",
        ],
        [],
    ),
    "being there is no finding": (
        [
            "Une avalanche a enseveli un refuge à Kerizac. Dix clients se trouvaient dans le refuge.",
            "À Kerizac, une avalanche a enseveli le refuge où se trouvaient dix randonneurs.",
        ],
        [],
    ),
    "a club by its town": (
        ["Le Stade Morvenais a remporté la Coupe de Bretagne.", "Morvenec a remporté la Coupe de Bretagne samedi."],
        [],
    ),
    "the president and his deputy": (
        [
            "Le président de la Kermor, Luc Amzel, s'est rendu à Brest.",
            "Yves Lanneau, président délégué de la Kermor, s'est rendu à Brest.",
        ],
        [],
    ),
    "two rounds of a vote": (
        [
            "Au premier tour de la primaire, Luc Amzel avait recueilli 44,1 % des voix.",
            "Luc Amzel a recueilli 66,7 % des voix à la primaire.",
        ],
        [],
    ),
    "a partial count": (
        [
            "Selon des résultats partiels, Luc Amzel a recueilli 69,5 % des voix à la primaire.",
            "Luc Amzel a recueilli 66,7 % des voix à la primaire.",
        ],
        [],
    ),
    "two candidates' shares": (
        [
            "Luc Amzel a recueilli 66,7 % des voix à la primaire, devant Yves Lanneau.",
            "Battu par Luc Amzel, Yves Lanneau a recueilli 31,5 % des voix à la primaire.",
        ],
        [],
    ),
    "one of two (en)": (
        [
            "Anne Doyle blamed two letters of the mayor for her defeat in Arklow.",
            "Anne Doyle blamed one letter of the mayor for her defeat in Arklow and the other for the turnout.",
        ],
        [],
    ),
    "bodies and victims add up": (
        [
            "Deux hélicoptères se sont percutés près de Kerizac. Les secours ont retrouvé les cinq corps.",
            "Deux hélicoptères se sont percutés près de Kerizac. Trois corps sont retrouvés, et deux autres victimes.",
        ],
        [],
    ),
    # A price per share is none of the whole.
    "per share (en)": (
        ["Delmas will buy Kermor for $196 per share.", "Delmas will buy Kermor for $26 million."],
        [],
    ),
    "two prices per share (en)": (
        ["Delmas will buy Kermor for $196 per share.", "Delmas will buy Kermor for $126 per share."],
        ["Q1"],
    ),
    "two counts (en)": (["The fire in Exeter killed 12 people.", "The fire in Exeter killed 15 people."], ["Q1"]),
    # Those who came and those whom it befell.
    "rescuers and victims": (
        ["Deux pompiers sont morts dans l'incendie de Quimper.", "À Quimper, six pompiers ont combattu l'incendie."],
        [],
    ),
    "victims twice": (
        [
            "Deux pompiers sont morts dans l'incendie de Quimper.",
            "Trois pompiers sont morts dans l'incendie de Quimper.",
        ],
        ["Q1"],
    ),
    "rescuers twice": (
        ["À Quimper, 50 pompiers ont combattu l'incendie.", "À Quimper, 60 pompiers ont combattu l'incendie."],
        ["Q1"],
    ),
    # One story calls one thing by several nouns.
    "the vehicle by two nouns": (
        ["L'appareil transportait 66 passagers, selon Tréval.", "L'avion de Tréval transportait 56 passagers."],
        ["Q1"],
    ),
    "two vehicles": (
        ["Le train transportait 66 passagers, selon Tréval.", "L'avion de Tréval transportait 56 passagers."],
        [],
    ),
    # French and English nouns for one thing.
    "houses in two languages": (
        ["La tempête a détruit 200 maisons à Tréval.", "The storm destroyed 150 homes in Tréval."],
        ["Q1"],
    ),
    "as many houses in two languages": (
        ["La tempête a détruit 200 maisons à Tréval.", "The storm destroyed 200 homes in Tréval."],
        [],
    ),
    "houses and shops in two languages": (
        ["La tempête a détruit 200 maisons à Tréval.", "The storm destroyed 150 shops in Tréval."],
        [],
    ),
    # Nobody here, somebody there.
    "none and some": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé.",
            "Deux pompiers ont été blessés dans l'incendie de la scierie de Plomelin.",
        ],
        ["Q4"],
    ),
    "nobody and a man (en)": (
        [
            "A fire gutted a sawmill in Exeter on Friday. No one has been arrested.",
            "Fire has destroyed the sawmill in Exeter. A 40-year-old man is in custody.",
        ],
        ["Q4"],
    ),
    "all safe and one dead": (
        [
            "Le ferry Kerlan a coulé au large de Groix. Les douze passagers sont tous sains et saufs.",
            "Un passager est mort dans le naufrage du ferry Kerlan au large de Groix.",
        ],
        ["Q4"],
    ),
    "none of one sort": (
        [
            "Aucun pompier n'a été blessé dans l'incendie de la scierie de Plomelin.",
            "Deux riverains ont été blessés dans l'incendie de la scierie de Plomelin.",
        ],
        [],
    ),
    "none of one sort among several": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé parmi les pompiers.",
            "Deux riverains ont été blessés dans l'incendie de la scierie de Plomelin.",
        ],
        [],
    ),
    "none badly hurt": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé grave.",
            "Deux pompiers ont été blessés dans l'incendie de la scierie de Plomelin.",
        ],
        [],
    ),
    "no further arrests (en)": (
        [
            "A fire gutted a sawmill in Exeter on Friday. There were no further arrests.",
            "Fire has destroyed the sawmill in Exeter. A 40-year-old man is in custody.",
        ],
        [],
    ),
    "none and some of another fire": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé.",
            "La scierie de Plomelin a brûlé. En 2011, un incendie y avait blessé deux ouvriers.",
        ],
        [],
    ),
    "none missing any more": (
        [
            "Trois randonneurs sont portés disparus après l'avalanche de Plomelin.",
            "Plus aucun randonneur n'est porté disparu après l'avalanche de Plomelin.",
        ],
        [],
    ),
    "none hurt, some dead": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé.",
            "Un ouvrier est mort dans l'incendie de la scierie de Plomelin.",
        ],
        [],
    ),
    "somebody who may be hurt": (
        [
            "L'incendie de la scierie de Plomelin n'a fait aucun blessé.",
            "Les pompiers craignaient que des ouvriers soient blessés dans l'incendie de la scierie de Plomelin.",
        ],
        [],
    ),
    "a count of others by the same article": (
        [
            "L'accident de Plomelin a fait un blessé dans la voiture. Il n'y a aucun blessé dans le car.",
            "Une femme a été blessée dans l'accident de Plomelin.",
        ],
        [],
    ),
    # A figure ten times another, or twice, is mostly of another thing.
    "a prize and a ticket": (
        [
            "Chacun des trois billets gagnants de Tréval vaut 528 millions d'euros.",
            "À Tréval, un billet gagnant vaut 2 millions d'euros.",
        ],
        [],
    ),
    "one prize": (
        [
            "Chacun des trois billets gagnants de Tréval vaut 528 millions d'euros.",
            "À Tréval, chaque billet gagnant vaut 533 millions d'euros.",
        ],
        ["Q1"],
    ),
    "minutes and years": (
        [
            "Il n'aura fallu que quelques minutes au navigateur solitaire Luc Amzel pour sortir du port de Tréval.",
            "Deux amis sont allés chercher Luc Amzel, navigateur solitaire de 46 ans, sorti du port de Tréval.",
        ],
        [],
    ),
    # Who is aboard, in other words.
    "aboard": (
        ["Le ferry de Tréval transportait 38 personnes.", "À Tréval, 41 personnes se trouvaient à bord du ferry."],
        ["Q1"],
    ),
    "aboard (en)": (
        ["The Exeter ferry carried 38 people.", "At Exeter, 41 people were on board when the ferry sank."],
        ["Q1"],
    ),
    "aboard and ashore (en)": (
        ["The Exeter ferry carried 38 people.", "At Exeter, 41 people were on the quay when the ferry sank."],
        [],
    ),
    # Those out of whom some died are not the dead.
    "all aboard and the dead": (
        [
            "Sur les 48 passagers, 43 sont morts dans la collision de Tréval.",
            "Quarante-trois personnes sont mortes dans la collision de Tréval.",
        ],
        [],
    ),
    "the dead twice": (
        [
            "Sur les 48 passagers, 41 personnes sont mortes dans la collision de Tréval.",
            "Quarante-trois personnes sont mortes dans la collision de Tréval.",
        ],
        ["Q1"],
    ),
    # Who is told to be all of those killed is not all there are.
    "the killed and the hurt by their ages": (
        [
            "À Tréval, les deux marins tués ont 24 et 31 ans.",
            "À Tréval, les trois marins blessés ont 40, 44 et 57 ans.",
        ],
        [],
    ),
    # One man who lives is no toll of none.
    "two drivers": (
        [
            "À Tréval, la skippeuse du voilier a survécu, au contraire d'un équipier.",
            "La skippeuse de la vedette et un marin sont morts dans la collision de Tréval.",
        ],
        [],
    ),
    # One article tells how things went on.
    "jailed, then escaped": (
        ["Luc Amzel s'est évadé dimanche de la prison de Tréval.\n\nLuc Amzel était incarcéré à Tréval pour vol."],
        [],
    ),
    # One name in two spellings.
    "a mayor in two spellings": (
        [
            "Le bus a brûlé, d'après le maire de Tréval Xavier Kerstublet.",
            "Le maire de Tréval, Xavier Kersublett, a vu le bus brûler.",
        ],
        [],
    ),
    # Each counts those of its own place.
    "two prefectures": (
        [
            "Le séisme a fait 14 blessés, selon la préfecture du Finistère.",
            "Le séisme a fait 11 blessés, selon la préfecture du Morbihan.",
        ],
        [],
    ),
    "prefecture and ministry": (
        [
            "Le séisme a fait 14 blessés, selon la préfecture.",
            "Le séisme a fait 13 blessés.",
        ],
        ["Q1"],
    ),
    # What somebody felt or feared.
    "an impression": (
        [
            "Le train de Quimper n'a pas déraillé.",
            "« On a eu l'impression que le train de Quimper déraillait », dit un voyageur.",
        ],
        [],
    ),
    "a fear (en)": (["The Exeter bridge did not collapse.", "Drivers feared that the Exeter bridge collapsed."], []),
    "no impression": (["Le train de Quimper n'a pas déraillé.", "Le train de Quimper a déraillé."], ["N1"]),
    # What one is besides; a name and a noun.
    "also": (
        [
            "Le président du club de Quimper, qui est aussi patron d'une banque, a démissionné.",
            "Le président du club de Quimper, Jean Morvan, a démissionné.",
        ],
        [],
    ),
    "two presidents": (
        [
            "Jean Morvan, président du club de Quimper, a démissionné.",
            "Luc Kerlan, président du club de Quimper, a démissionné.",
        ],
        ["I1"],
    ),
    # What is ruled out is no cause that somebody holds.
    "ruled out together": (
        [
            "L'incendie de la mairie de Quimper est d'origine accidentelle, selon le parquet de Brest.",
            "Le maire de Quimper exclut, après l'incendie de la mairie, les causes liées à un attentat.",
        ],
        [],
    ),
    # A distance is between two ends.
    "two distances from one town": (
        [
            "L'usine de Plomelin se dresse près du bourg, à 15 kilomètres de Quimper.",
            "Le car est parti de la commune de Plomelin, à 20 kilomètres de Quimper.",
        ],
        [],
    ),
    "one distance": (
        [
            "L'usine de Plomelin est située à 15 kilomètres de Quimper.",
            "L'usine de Plomelin est située à 20 kilomètres de Quimper.",
        ],
        ["Q1"],
    ),
    # A country and what comes from it.
    "a country's adjective (en)": (
        [
            "The delegates met the envoy in Oslo while Norway holds talks with Russia.",
            "The delegates met the envoy in Oslo while Norway holds talks with Russian officials.",
        ],
        [],
    ),
    # Of another time, another part, another number.
    "what had been before": (
        ["Le juge a ordonné la libération du maire de Quimper.", "Le maire de Quimper avait été incarcéré en mars."],
        [],
    ),
    "freed, after being held": (
        ["Le juge a ordonné la libération du maire de Quimper.", "Le maire de Quimper a été incarcéré en mars."],
        [],
    ),
    "two months (en)": (["Rents in Exeter rose in May.", "Rents in Exeter fell in June."], []),
    "one month (en)": (["Rents in Exeter rose in May.", "Rents in Exeter fell in May."], ["A3"]),
    "two weekdays": (
        ["À Quimper, le prix du poisson a augmenté lundi.", "À Quimper, le prix du poisson a baissé jeudi."],
        [],
    ),
    "two sides of a country": (
        [
            "Le prix du poisson a baissé dans l'est du Finistère.",
            "Dans l'ouest du Finistère, le prix du poisson a augmenté.",
        ],
        [],
    ),
    "one side of a country": (
        [
            "Le prix du poisson a baissé dans l'est du Finistère.",
            "Dans l'est du Finistère, le prix du poisson a augmenté.",
        ],
        ["A1"],
    ),
    "one and two others": (
        ["Le marin breton a été libéré à Tunis.", "Trois marins bretons sont détenus à Tunis."],
        [],
    ),
    "so many each": (
        ["Deux marins du Kerlan ont survécu au naufrage.", "Trois marins du Kerlan sont morts dans le naufrage."],
        [],
    ),
    # What somebody asks for is not told to be so.
    "a demand": (
        [
            "Le maire de Quimper a confirmé que le péage serait supprimé.",
            "Les pêcheurs de Quimper exigent que le péage ne soit pas supprimé.",
        ],
        [],
    ),
    # What there is room for, and what was there.
    "room and riders": (
        ["Le car de Quimper transportait 40 élèves.", "Le car de Quimper peut transporter 60 élèves."],
        [],
    ),
    "riders twice": (
        ["Le car de Quimper transportait 40 élèves.", "Le car de Quimper transportait 60 élèves."],
        ["Q1"],
    ),
    # One noun, of two things.
    "two risks (en)": (
        ["The pill cut the risk of falls by 30 per cent.", "The pill cut the risk of burns by 18 per cent."],
        [],
    ),
    "one risk (en)": (
        ["The pill cut the risk of falls by 30 per cent.", "The pill cut the risk of falls by 18 per cent."],
        ["Q1"],
    ),
    # A turned word among other figures is another sale.
    "bought and sold (en)": (
        ["The Exeter mill was bought for $14 million.", "The Exeter mill was sold for $9 million in 1987."],
        [],
    ),
    # An article that gives both figures knows of both.
    "both told (en)": (
        [
            "Ana Morvan was sentenced to six years in prison in Exeter. The first court in Exeter gave her two years.",
            "Ana Morvan was sentenced to six years in prison in Exeter.",
        ],
        [],
    ),
    "both told": (
        [
            "Le ferry Kerlan transportait 40 passagers à Brest. Le ferry Kerlan transportait 55 passagers à Quimper.",
            "Le ferry Kerlan transportait 55 passagers.",
        ],
        [],
    ),
    "one told": (
        ["Le ferry Kerlan transportait 40 passagers.", "Le ferry Kerlan transportait 55 passagers."],
        ["Q1"],
    ),
    # A bound from below denies nothing.
    "no less than (en)": (
        [
            "The Exeter court received no less than two letters from Ana Morvan.",
            "The Exeter court received letters from Ana.",
        ],
        [],
    ),
    "none (en)": (
        ["The Exeter court received no letters from Ana Morvan.", "The Exeter court received letters from Ana Morvan."],
        ["N1"],
    ),
    # What time is taken for.
    "two works (en)": (
        ["In Exeter it took 48 hours to count the votes.", "In Exeter it took four hours to clear the hall."],
        [],
    ),
    "one work (en)": (
        ["In Exeter it took 48 hours to count the votes.", "In Exeter it took four hours to count the votes."],
        ["Q1"],
    ),
    "two works": (
        [
            "À Quimper, il a fallu six heures pour éteindre le feu.",
            "À Quimper, il a fallu deux heures pour évacuer le port.",
        ],
        [],
    ),
    "one work": (
        [
            "À Quimper, il a fallu six heures pour éteindre le feu.",
            "À Quimper, il a fallu deux heures pour éteindre le feu.",
        ],
        ["Q1"],
    ),
    # Distances from two ends.
    "two ends": (
        [
            "Le bourg de Kerlan se situe à huit kilomètres de la ville.",
            "La ville haute de Kerlan se situe à 60 km de la capitale.",
        ],
        [],
    ),
    # Another stage of one affair.
    "an appeal": (
        [
            "Le maire de Quimper a été condamné à quatre ans de prison pour fraude.",
            "Le maire de Quimper a été condamné en appel à trois ans de prison pour fraude.",
        ],
        [],
    ),
    "two sentences": (
        [
            "Le maire de Quimper a été condamné à quatre ans de prison pour fraude.",
            "Le maire de Quimper a été condamné à trois ans de prison pour fraude.",
        ],
        ["Q1"],
    ),
    "two rounds": (
        [
            "Au premier tour, le maire de Quimper a obtenu 41 % des voix.",
            "Le maire de Quimper a obtenu 54 % des voix au second tour.",
        ],
        [],
    ),
    "one round": (
        [
            "Au second tour, le maire de Quimper a obtenu 41 % des voix.",
            "Le maire de Quimper a obtenu 54 % des voix au second tour.",
        ],
        ["Q1"],
    ),
    "two halves (en)": (
        ["Exeter City scored two goals in the first half.", "Exeter City scored five goals in the second half."],
        [],
    ),
    # So long before, and so long after.
    "before and after": (
        [
            "Le père est mort quelques mois avant la disparition de Jean Morvan.",
            "Dix-huit ans après la disparition de Jean Morvan, des fouilles sont organisées.",
        ],
        [],
    ),
    "after and after": (
        [
            "Le corps de Jean Morvan a été retrouvé huit ans après la disparition.",
            "Le corps de Jean Morvan a été retrouvé douze ans après la disparition.",
        ],
        ["Q1"],
    ),
    # An election in one town is none in another.
    "two elections": (
        [
            "Le député Jean Morvan, opposé au maire sortant, a remporté l'élection municipale de dimanche.",
            "Dimanche, le ministre Luc Kerlan a remporté l'élection à Quimper ; Jean Morvan se dit élu à Brest.",
        ],
        [],
    ),
    # The news of the day, and what looks back on it.
    "looked back on": (
        [
            "L'incendie de l'usine de Quimper, lundi soir, a fait 12 morts.",
            "L'incendie de l'usine de Quimper, en mai 2019, a fait 15 morts.",
        ],
        [],
    ),
    "news of one day": (
        [
            "L'incendie de l'usine de Quimper, lundi soir, a fait 12 morts.",
            "L'incendie de l'usine de Quimper, lundi, a fait 13 morts.",
        ],
        ["Q1"],
    ),
    # The items of a list are told in one form.
    "two prizes of one list (en)": (
        [
            "The lottery of Exeter was drawn on Monday.\n\nHolders of a prize of 2 million pounds are from:\n\nLeeds."
            "\n\nHolders of a prize of 5 million pounds are from:\n\nYork and Bath."
        ],
        [],
    ),
    # Two counts of an event at hours that nobody tells: too far apart, they are one count that grew.
    "far from each other": (
        ["L'incendie de l'usine de Quimper a fait 12 morts.", "À Quimper, l'usine en feu : 19 personnes sont mortes."],
        [],
    ),
    "far from each other (en)": (
        ["The fire in Exeter killed 12 people.", "In Exeter, 19 people have died in a fire."],
        [],
    ),
    "a part, of one whole": (
        [
            "L'incendie de Quimper a fait huit blessés, dont six enfants.",
            "À Quimper, un incendie a blessé huit personnes, dont quatre enfants.",
        ],
        ["Q1"],
    ),
    # The dead of one event, and those of years.
    "a count of years": (
        [
            "Les incendies d'usines ont fait 249 morts depuis janvier 2015, dont plusieurs à Quimper.",
            "L'incendie d'une usine à Quimper a fait 15 morts.",
        ],
        [],
    ),
    # As much in other times.
    "rain of a day": (
        [
            "Il est tombé 235 mm d'eau à Quimper en quelques heures.",
            "Il est tombé 500 mm d'eau à Quimper en 24 heures.",
        ],
        [],
    ),
    "rain of two days": (
        [
            "Il est tombé 235 mm d'eau à Quimper en 24 heures.",
            "Il est tombé 500 mm d'eau à Quimper en 24 heures.",
        ],
        ["Q1"],
    ),
    # A participle tells of where the clause above it is set.
    "another crash": (
        [
            "Un avion de Tréval s'est écrasé dimanche au Kenya, tuant les 157 personnes à bord.",
            "Le même modèle s'était abîmé en Indonésie en octobre, entraînant la mort des 189 personnes à bord.",
        ],
        [],
    ),
    "one crash": (
        [
            "Un avion de Tréval s'est écrasé dimanche au Kenya, tuant les 157 personnes à bord.",
            "Un avion de Tréval s'est écrasé dimanche au Kenya, entraînant la mort des 189 personnes à bord.",
        ],
        ["Q1"],
    ),
    # Two weeks are "quinze jours".
    "two weeks": (
        ["Jean Morvan a été suspendu quinze jours.", "Jean Morvan a été suspendu pendant deux semaines."],
        [],
    ),
    "three weeks": (
        ["Jean Morvan a été suspendu quinze jours.", "Jean Morvan a été suspendu pendant trois semaines."],
        ["Q1"],
    ),
    # Up, and then down.
    "up and down (en)": (
        [
            "The capsule of Tréval climbed for two minutes before dropping under its parachute.",
            "The capsule of Tréval dropped under its parachute.",
        ],
        [],
    ),
    # Marches and marchers; each side's figure in one sentence.
    "marches": (
        ["À Quimper, 250 manifestations sont prévues.", "À Quimper, 18 000 personnes ont manifesté."],
        [],
    ),
    "marchers": (
        ["À Quimper, 25 000 personnes ont manifesté.", "À Quimper, 18 000 personnes ont manifesté."],
        ["Q1"],
    ),
    "two sides in one sentence": (
        [
            "Dimanche, 18 000 personnes ont manifesté à Quimper.",
            "Dimanche, entre 18 000, selon la police, et 45 000 manifestants, selon la CGT, ont défilé à Quimper.",
        ],
        [],
    ),
    # An article tells of then and now.
    "then and now": (
        [
            "À Quimper, 18 000 manifestants ont défilé pour le port. "
            "Le 22 mars 2018, 47 000 manifestants avaient défilé à Quimper."
        ],
        [],
    ),
    # What a share costs, and what the company does.
    "share and company (en)": (
        [
            "Tréval bought the Exeter company Kerlan at a price of $26.2 billion.",
            "The price of Exeter company Kerlan was $131 at Friday's close.",
        ],
        [],
    ),
    # What one takes in and the other leaves out.
    "with and without debt (en)": (
        ["Delmas will pay $9.4 billion for Kermor.", "Including debt, Delmas will pay $11 billion for Kermor."],
        [],
    ),
    "with debt twice (en)": (
        [
            "Delmas will pay $14 billion for Kermor, including debt.",
            "Including debt, Delmas will pay $11 billion for Kermor.",
        ],
        ["Q1"],
    ),
    "avec et sans la dette": (
        [
            "Delmas rachète Kermor pour 9 milliards d'euros.",
            "Delmas rachète Kermor pour 11 milliards d'euros, dette comprise.",
        ],
        [],
    ),
    "with and without the gunman (en)": (
        ["The shooting in Exeter killed 49 people.", "The shooting in Exeter killed 50 people, including the gunman."],
        [],
    ),
    "two tolls of a shooting (en)": (
        ["The shooting in Exeter killed 49 people.", "The shooting in Exeter killed 52 people, including the mayor."],
        ["Q1"],
    ),
    # Parts and their sum.
    "crew and guards": (
        [
            "Le Kermor transportait 10 membres d'équipage.",
            "Le Kermor transportait sept membres d'équipage et trois gardes.",
        ],
        [],
    ),
    "crews of two sizes": (
        [
            "Le Kermor transportait 10 membres d'équipage.",
            "Le Kermor transportait sept membres d'équipage et deux gardes.",
        ],
        ["Q1"],
    ),
    "cash and stock (en)": (
        [
            "Delmas will pay $50 a share for Kermor.",
            "Delmas will pay $20 a share in cash and $30 a share in stock for Kermor.",
        ],
        [],
    ),
    "two prices a share (en)": (
        ["Delmas will pay $50 a share for Kermor.", "Delmas will pay $62 a share for Kermor."],
        ["Q1"],
    ),
    # Of each, and of all.
    "one of each (en)": (
        ["The Kermor carried 56 passengers.", "The Kermor carried one passenger from each of these towns."],
        [],
    ),
    # Another's deal.
    "two buyers of one (en)": (
        ["Delmas agreed to buy Kermor for $85 billion.", "The largest was Tréval's $94 billion acquisition of Kermor."],
        [],
    ),
    "one buyer (en)": (
        ["Delmas agreed to buy Kermor for $85 billion.", "The largest was Delmas's $94 billion acquisition of Kermor."],
        ["Q1"],
    ),
    # Others than the dead.
    "others (en)": (
        ["The fire in Exeter killed one man, and 114 others were injured.", "The fire in Exeter injured 108 people."],
        ["Q1"],
    ),
    "others, of one size (en)": (
        ["The fire in Exeter killed one man, and 114 others were injured.", "The fire in Exeter injured 114 people."],
        [],
    ),
    "left missing (en)": (
        ["The fire in Exeter left 50 others missing.", "The fire in Exeter left 60 others missing."],
        ["Q1"],
    ),
    "one sentence with two bounds (en)": (
        ["The fire in Exeter left at least 50 people dead.", "The fire in Exeter left at least 60 people dead."],
        ["Q1"],
    ),
    "some of them (en)": (
        ["The fire in Exeter caused 108 injuries, some serious.", "The fire in Exeter caused 114 injuries."],
        ["Q1"],
    ),
    "total and bound (en)": (
        [
            "More than 38 people were taken to a clinic in Exeter.",
            "A total of 38 were taken to a clinic in Exeter.",
        ],
        ["Q1"],
    ),
    # Who tries has not done it, nor left it undone.
    "tried and failed (en)": (
        ["Kerlan tried to open the door of the Exeter museum.", "Kerlan failed to open the door of the Exeter museum."],
        [],
    ),
    "done and failed (en)": (
        ["Kerlan opened the door of the Exeter museum.", "Kerlan failed to open the door of the Exeter museum."],
        ["N1"],
    ),
    # Of two recorders one is found.
    "two recorders (en)": (
        ["Divers recovered a voice recorder off Exeter.", "The engine recorder has not been recovered off Exeter."],
        [],
    ),
    "two words about one man (en)": (
        [
            "His page identified him as a lawyer in Exeter.",
            "The coroner's office identified him as a resident of Exeter.",
        ],
        [],
    ),
    # The hour of what the story is about.
    "two hours of a crash (en)": (
        [
            "The Kerlan train left Exeter on Monday. The crash occurred at 7:48 a.m., said Delmas.",
            "Delmas runs the Kerlan train from Exeter. The impact occurred about 8:45 a.m. on Monday.",
        ],
        ["D4"],
    ),
    "two hours of a crash, told by noun and verb (en)": (
        [
            "The Kerlan train left Exeter on Monday. The crash occurred at 7:48 a.m., said Delmas.",
            "Delmas runs the Kerlan train from Exeter. The train derailed at about 8:45 a.m. on Monday.",
        ],
        ["D5"],
    ),
    "one hour of a crash (en)": (
        [
            "The Kerlan train left Exeter on Monday. The crash occurred at 8:48 a.m., said Delmas.",
            "Delmas runs the Kerlan train from Exeter. The impact occurred about 8:45 a.m. on Monday.",
        ],
        [],
    ),
    "two crashes (en)": (
        [
            "The Kerlan train left Exeter on Monday. The crash occurred at 7:48 a.m., said Delmas.",
            "Delmas runs the Kerlan train from Exeter. A second crash occurred about 8:45 a.m. on Monday.",
        ],
        [],
    ),
    "crashes of two years (en)": (
        [
            "The Kerlan train left Exeter on Monday. The crash occurred at 7:48 a.m., said Delmas.",
            "Delmas runs the Kerlan train from Exeter. The crash occurred at 8:45 a.m. on May 3, 2011.",
        ],
        [],
    ),
    "called before the accident (en)": (
        [
            "The Kerlan tram ran through Exeter. The accident took place at 5.40pm, said Delmas.",
            "Delmas runs the Kerlan tram in Exeter. The fire service was called at 5.31pm to the tram.",
        ],
        ["D5"],
    ),
    "called after the accident (en)": (
        [
            "The Kerlan tram ran through Exeter. The accident took place at 5.40pm, said Delmas.",
            "Delmas runs the Kerlan tram in Exeter. The fire service was called at 5.46pm to the tram.",
        ],
        [],
    ),
    "two hours of a fire": (
        [
            "L'usine Kermor de Quimper a brûlé. L'incendie s'est déclaré vers 5 heures, selon Delmas.",
            "Delmas dirige l'usine Kermor de Quimper. L'incendie s'est déclaré à 7h15.",
        ],
        ["D4"],
    ),
    "fire and blast": (
        [
            "L'usine Kermor de Quimper a brûlé. L'incendie s'est déclaré vers 5 heures, selon Delmas.",
            "Delmas dirige l'usine Kermor de Quimper. L'explosion s'est produite à 7h15.",
        ],
        [],
    ),
    "another blast (en)": (
        [
            "Kerlan is mayor of Exeter. The explosion occurred at 8 a.m., said Kerlan.",
            "Kerlan is mayor of Exeter. An explosion occurred at 9.11 a.m., said Kerlan.",
        ],
        [],
    ),
    # The day of a briefing is not that of the deed.
    "denied at a briefing (en)": (
        [
            "Kerlan was robbed at gunpoint in Exeter early on Sunday 14 August 2016.",
            "Kerlan was not robbed at gunpoint in Exeter, police said during a briefing on 18 August 2016.",
        ],
        ["N1"],
    ),
    "denied of another day (en)": (
        [
            "Kerlan was robbed at gunpoint in Exeter on Sunday 14 August 2016.",
            "Kerlan was not robbed at gunpoint in Exeter on 18 August 2016, police said.",
        ],
        [],
    ),
    # More than the ones before.
    "others": (["L'incendie de Quimper a fait 18 blessés.", "Quatre autres blessés de l'incendie sont à Brest."], []),
    # What a rule allows is not what was measured, and a speed is that of one moment.
    "limit and speed": (
        [
            "La vitesse du car de Quimper est tombée à 95 km/h.",
            "À Quimper, la vitesse du car était limitée : la limite de vitesse tombe à 70 km/h.",
        ],
        [],
    ),
    "limit and speed (en)": (
        ["The speed of the Exeter coach fell to 95 mph.", "On that road to Exeter the speed limit drops to 70 mph."],
        [],
    ),
    "two limits (en)": (
        ["The speed limit on the Exeter bridge is 40 mph.", "On the Exeter bridge the limit for all is 75 mph."],
        ["Q1"],
    ),
    "limits before and in a tunnel (en)": (
        [
            "The speed limit in the Exeter tunnel is 50 mph.",
            "Before the Exeter tunnel drivers may do 75 mph, which is the speed limit.",
        ],
        [],
    ),
    "braking (en)": (
        [
            "The emergency brakes slowed the Exeter coach down to 92 mph, the police said.",
            "The Exeter coach was travelling at 96 mph, the police said.",
        ],
        [],
    ),
    "two speeds (en)": (
        [
            "The Exeter coach was travelling at 90 mph when it overturned, the police said.",
            "The Exeter coach was travelling at 60 mph when it overturned, the police said.",
        ],
        ["Q1"],
    ),
    "sped up and slowed (en)": (
        [
            "The brakes slowed the Exeter coach down before the crash.",
            "The Exeter coach started accelerating a minute before the crash.",
        ],
        [],
    ),
    "rents up and down (en)": (["Rents in Exeter fell sharply.", "Rents in Exeter soared."], ["A3"]),
    # A search is suspended and goes on.
    "search on and off (en)": (
        [
            "Divers have suspended their search off Exeter for the boat.",
            "As the search off Exeter continues, families wait.",
        ],
        [],
    ),
    # What would have been was not.
    "would not have (en)": (
        [
            "The accident at the Exeter depot occurred on the bend.",
            "Had the alarm been fitted, the accident at the Exeter depot would not have occurred, the mayor said.",
        ],
        [],
    ),
    "did not (en)": (
        [
            "The accident at the Exeter depot occurred on the bend.",
            "The accident at the Exeter depot did not occur, the mayor said.",
        ],
        ["N1"],
    ),
    "si l'alarme avait": (
        [
            "L'incendie de l'usine de Quimper a détruit le hangar.",
            "Si l'alarme avait fonctionné, l'incendie de l'usine de Quimper n'aurait pas détruit le hangar, dit-il.",
        ],
        [],
    ),
    "hearsay": (
        [
            "L'incendie de l'usine de Quimper a détruit le hangar.",
            "L'incendie de l'usine de Quimper n'aurait pas détruit le hangar, dit le maire.",
        ],
        ["N2"],
    ),
    # What is hoped for has not been done.
    "hope to be able (en)": (
        [
            "No further survivors of the Exeter collapse have been identified since Friday.",
            "Crews still hope to be able to identify more survivors of the Exeter collapse.",
        ],
        [],
    ),
    # At first is not in the end.
    "at first": (
        [
            "Dans un premier temps, les gendarmes de Quimper ont parlé au forcené sans ouvrir le feu.",
            "À Quimper, le forcené avance et un gendarme ouvre le feu.",
        ],
        [],
    ),
    # Many may identify somebody; divers are of the crews; a carriage is of a train.
    "identified by several (en)": (
        [
            "CNN and Sky News identified the pilot of the Exeter jet as Anne Kerlan.",
            "The pilot of the Exeter jet, identified by BBC News as Anne Kerlan, had left Exeter at noon.",
        ],
        [],
    ),
    "crews and divers (en)": (
        [
            "Crews discovered four more bodies near the Exeter wreck.",
            "Divers have discovered 25 bodies near the Exeter wreck.",
        ],
        [],
    ),
    "joggers and anglers (en)": (
        ["Joggers found the body near the Exeter wreck.", "Anglers found the body near the Exeter wreck."],
        ["I6"],
    ),
    "carriage and funicular": (
        [
            "Le wagon de Quimper a percuté un immeuble de la rue du Port.",
            "À Quimper, le funiculaire du Port a percuté un immeuble.",
        ],
        [],
    ),
    "car and tram": (
        [
            "Une voiture a percuté un immeuble de la rue du Port à Quimper.",
            "À Quimper, un tramway a percuté un immeuble de la rue du Port.",
        ],
        ["I6"],
    ),
    # Several sorts counted together are more than one of them; those who are left are not all.
    "passengers and crew (en)": (
        [
            "The fire on the Exeter ferry killed 34 passengers and crew.",
            "There were 33 passengers on the Exeter ferry, six crew members and a dog.",
        ],
        [],
    ),
    "the remaining (en)": (
        [
            "Of the 39 people on board the Exeter ferry, five jumped.",
            "Of the remaining 21 aboard the Exeter ferry, 17 were picked up.",
        ],
        [],
    ),
    "counted in": (
        [
            "L'avion de Quimper transportait 51 Irlandais.",
            "L'avion de Quimper transportait 54 Irlandais, en comptant les binationaux.",
        ],
        [],
    ),
    "counted alike": (
        ["L'avion de Quimper transportait 51 Irlandais.", "L'avion de Quimper transportait 54 Irlandais."],
        ["Q1"],
    ),
    # Ages in months and of several children.
    "ages of two": (
        [
            "À Quimper, le chien a mordu des fillettes âgées d'environ quatre ans.",
            "À Quimper, une fillette âgée de 20 mois a été mordue par le chien.",
        ],
        [],
    ),
    # Of several hypotheses that are held to be likely none is held.
    "all are likely": (
        [
            "Toutes les hypothèses sont crédibles pour l'incendie de l'usine de Quimper, accident ou foudre.",
            "À Quimper, l'incendie de l'usine est probablement un attentat.",
        ],
        [],
    ),
    "hardly likely": (
        [
            "Une bombe est peu probable dans l'incendie de l'usine de Quimper.",
            "À Quimper, l'incendie de l'usine est probablement un accident.",
        ],
        [],
    ),
    "two are likely": (
        [
            "L'incendie de l'usine de Quimper est probablement un attentat.",
            "À Quimper, l'incendie de l'usine est probablement un accident.",
        ],
        ["I5"],
    ),
    # Another vehicle's passengers, told in passing.
    "another flight": (
        [
            "L'avion de Quimper a disparu, des semaines après le vol K12 de Tréval avec 239 personnes à bord.",
            "L'appareil est tombé avec 118 voyageurs. Il venait de Quimper.",
        ],
        [],
    ),
    # An aim may fail: what is done to a purpose is not told as done.
    "done to avoid it": (
        [
            CRASH + " Le chauffeur de l'autocar a tout fait pour éviter le choc mais n'a pas pu.",
            CRASH + " Le chauffeur de l'autocar n'a pas pu éviter le choc.",
        ],
        [],
    ),
    "avoided it": (
        [
            CRASH + " Le chauffeur de l'autocar a évité le camion.",
            CRASH + " Le chauffeur de l'autocar n'a pas évité le camion.",
        ],
        ["N1"],
    ),
    "no survivors expected (en)": (
        [
            CRASH_EN + " The mayor of Kerlan does not expect any survivors to be found in the wreck.",
            CRASH_EN + " Survivors were found in the wreck.",
        ],
        [],
    ),
    # A name set beside an office is not part of the town's.
    "one mayor, spelt twice": (
        [
            CRASH + " Le chauffeur est indemne, d'après le maire de Kerlanvec Yann Morvann.",
            CRASH + " Le maire de Kerlanvec, Yann Moran, est sur place.",
        ],
        [],
    ),
    "two mayors": (
        [
            CRASH + " Le chauffeur est indemne, d'après le maire de Kerlanvec Yann Morvann.",
            CRASH + " Le maire de Kerlanvec, Paul Duval, est sur place.",
        ],
        ["I1"],
    ),
    # What stands beside a verb of excluding is not excluded.
    "abandoned and burnt": (
        [
            CRASH + " La voiture des fuyards a été abandonnée et incendiée.",
            CRASH + " Les fuyards ont incendié leur voiture.",
        ],
        [],
    ),
    "a lead abandoned": (
        [
            CRASH + " La piste terroriste est abandonnée.",
            CRASH + " La piste terroriste est privilégiée par le parquet.",
        ],
        ["S3"],
    ),
    "suspected of it": (
        [
            FIRE.format(12) + " Luc Petit est soupçonné d'avoir mis le feu à l'usine.",
            FIRE.format(12) + " L'incendie de l'usine est accidentel, selon les enquêteurs.",
        ],
        [],
    ),
    # The guard of somebody, and he himself.
    "his guard was absent": (
        [
            CRASH + " Le garde du corps de Yann Morvan était absent au moment des faits.",
            CRASH + " Yann Morvan était présent au moment des faits.",
        ],
        [],
    ),
    # Courts speak of one case now and of another in another year.
    "cleared now, convicted then": (
        [
            CRASH + " Yann Morvan a été relaxé dans cette affaire.",
            CRASH + " Yann Morvan a été reconnu coupable de vol en 2009.",
        ],
        [],
    ),
    "cleared now, convicted in another case (en)": (
        [
            CRASH_EN + " John Morgan was acquitted on Friday.",
            CRASH_EN + " John Morgan was convicted in a separate case.",
        ],
        [],
    ),
    "cleared and convicted (en)": (
        [CRASH_EN + " John Morgan was acquitted on Friday.", CRASH_EN + " John Morgan was found guilty on Friday."],
        ["A3"],
    ),
    # Who is guilty of murder is nobody's victim.
    "guilty of murder, took his life (en)": (
        [CRASH_EN + " John Morgan was guilty of murder.", CRASH_EN + " John Morgan killed himself."],
        [],
    ),
    # Whoever goes somewhere does not go elsewhere.
    "back to work, not home (en)": (
        [CRASH_EN + " John Morgan has not returned home.", CRASH_EN + " John Morgan has returned to work."],
        [],
    ),
    "back on stage or not (en)": (
        [
            CRASH_EN + " John Morgan did not return to the stage.",
            CRASH_EN + " John Morgan returned to the stage.",
        ],
        ["N1"],
    ),
    # What worked and what failed; all of a group and some of it.
    "it worked, it failed": (
        [CRASH + " Les freins de l'autocar ont fonctionné.", CRASH + " Les freins n'ont pas fonctionné."],
        ["S4"],
    ),
    "two things, one failed": (
        [CRASH + " Les freins de l'autocar ont fonctionné.", CRASH + " Les freins du camion n'ont pas fonctionné."],
        [],
    ),
    "one side works": (
        [CRASH + " La barrière a fonctionné.", CRASH + " Le signal n'a pas fonctionné."],
        [],
    ),
    "the crew asleep, some of it awake (en)": (
        [
            CRASH_EN + " All six crew members were asleep.",
            CRASH_EN + " Five members of the crew were awake.",
        ],
        ["S4"],
    ),
    "some asleep, some awake (en)": (
        [
            CRASH_EN + " Two crew members were asleep.",
            CRASH_EN + " Five members of the crew were awake.",
        ],
        [],
    ),
    "the crew and the passengers (en)": (
        [CRASH_EN + " The crew were awake.", CRASH_EN + " The passengers were asleep."],
        [],
    ),
    "drowned or smothered (en)": (
        [CRASH_EN + " The victims died of smoke inhalation.", CRASH_EN + " The victims drowned."],
        ["S4"],
    ),
    # What somebody was armed with, and how he got away.
    "a knife and a rifle": (
        [
            CRASH + " Le chauffeur a été agressé. L'agresseur était armé d'un couteau.",
            CRASH + " L'agresseur était armé d'un fusil de chasse.",
        ],
        ["S4"],
    ),
    "a knife twice": (
        [
            CRASH + " Le chauffeur a été agressé. L'agresseur était armé d'un couteau.",
            CRASH + " L'agresseur était armé d'un poignard.",
        ],
        [],
    ),
    "on foot and by car (en)": (
        [
            CRASH_EN + " The attacker, John Morgan, fled on foot, police said.",
            CRASH_EN + " The attacker fled in a white van.",
        ],
        ["S4"],
    ),
    # Of which country, of what trade, whose kin somebody is.
    "two countries of one attacker": (
        [
            KNIFE + " L'assaillant est un Tunisien arrivé en France en 2015.",
            KNIFE + " L'agresseur est de nationalité marocaine.",
        ],
        ["S4"],
    ),
    "a country and a family's origin": (
        [
            KNIFE + " L'assaillant est un Français de 31 ans.",
            KNIFE + " L'agresseur est d'origine marocaine.",
        ],
        [],
    ),
    "two victims": (
        [KNIFE + " La victime est une touriste allemande.", KNIFE + " La victime est une Française de 25 ans."],
        [],
    ),
    "countries of the dead, listed": (
        [
            KNIFE + " Les morts sont un Canadien, un Italien, un Français et un Suisse.",
            KNIFE + " Les morts sont un Canadien, un Espagnol, un Américain et un Suisse.",
        ],
        [],
    ),
    "two passports": (
        [
            KNIFE + " L'assaillant est un Français de 31 ans. L'assaillant est aussi de nationalité algérienne.",
            KNIFE + " L'agresseur est de nationalité algérienne.",
        ],
        [],
    ),
    "the attacker's country and the victim's": (
        [KNIFE + " L'assaillant est un Tunisien.", KNIFE + " La victime est une touriste allemande."],
        [],
    ),
    "two trades": (
        [
            KNIFE + " L'assaillant est un infirmier de Quimper.",
            KNIFE + " L'agresseur travaillait comme chauffeur de bus.",
        ],
        ["S4"],
    ),
    "a trade left": (
        [KNIFE + " L'assaillant est un infirmier de Quimper.", KNIFE + " L'agresseur est un ancien militaire."],
        [],
    ),
    "at the wheel, and a nurse": (
        [KNIFE + " L'assaillant était le chauffeur du bus.", KNIFE + " L'assaillant est un infirmier de Quimper."],
        [],
    ),
    "brother or cousin": (
        [KNIFE + " La victime est le frère de l'assaillant.", KNIFE + " La victime est un cousin de l'assaillant."],
        ["S4"],
    ),
    "kin of two": (
        [KNIFE + " La victime est le frère de l'assaillant.", KNIFE + " La victime est un cousin du maire."],
        [],
    ),
    # Who is among the dead or the survivors, in the usual ways of telling it.
    "out of the wreck, and among the dead": (
        [
            CRASH + " Huit personnes, dont le chauffeur de l'autocar, ont survécu.",
            CRASH + " Le chauffeur de l'autocar fait partie des morts.",
        ],
        ["S4"],
    ),
    "it cost him his life": (
        [
            CRASH + " Le chauffeur de l'autocar a réussi à s'extraire de l'autocar.",
            CRASH + " L'accident a coûté la vie au chauffeur de l'autocar.",
        ],
        ["S4"],
    ),
    "the other driver died": (
        [
            CRASH + " Le chauffeur de l'autocar figure parmi les survivants.",
            CRASH + " Le chauffeur du camion figure parmi les morts.",
        ],
        [],
    ),
    "who saved others died": (
        [
            CRASH + " Le chauffeur de l'autocar a sauvé huit passagers.",
            CRASH + " L'accident a coûté la vie au chauffeur de l'autocar.",
        ],
        [],
    ),
    "among those killed (en)": (
        [
            CRASH_EN + " Eight people, including the coach driver, survived.",
            CRASH_EN + " The coach driver was among those killed.",
        ],
        ["S4"],
    ),
    # What one does something to know, one does not know yet.
    "an inquiry to know": (
        [
            CRASH + " Une enquête a été ouverte afin de connaître les causes exactes de la collision.",
            CRASH + " Les causes exactes de la collision ne sont pas connues.",
        ],
        [],
    ),
    "an inquiry to know (en)": (
        [
            CRASH_EN + " Investigators are working in order to find out the cause of the crash.",
            CRASH_EN + " Investigators have not found out the cause of the crash.",
        ],
        [],
    ),
    "known and not known": (
        [
            CRASH + " Les causes exactes de la collision sont désormais connues.",
            CRASH + " Les causes exactes de la collision ne sont pas connues.",
        ],
        ["N2"],
    ),
    # A denial goes on behind a remark.
    "a denial with a remark in it": (
        [
            KNIFE + " Les deux victimes n'ont, selon l'hôpital, plus leur pronostic vital engagé.",
            KNIFE + " Le pronostic vital des deux victimes n'est pas engagé.",
        ],
        [],
    ),
    # What somebody says will never be may come about.
    "a prophecy of never": (
        [
            "Brest a gagné la coupe lundi. Un fermier avait juré que Brest ne gagnerait jamais la coupe.",
            "Brest gagne la coupe lundi pour la première fois depuis 90 ans.",
        ],
        [],
    ),
    "a prophecy of never (en)": (
        [
            "Exeter won the cup on Monday. A farmer once proclaimed that Exeter would never win another cup.",
            "It took Exeter courage to come back from 3-1 down to win the cup on Monday.",
        ],
        [],
    ),
    # What is denied of one time may be told of any other.
    "not on that night (en)": (
        [
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan did not speak on the day of the vote.",
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan spoke to donors in a call.",
        ],
        [],
    ),
    "not when it was over (en)": (
        [
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan did not speak when the count was over.",
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan spoke to donors in a call.",
        ],
        [],
    ),
    "not on that night, and on that night (en)": (
        [
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan did not speak to her party on election night.",
            "Mayor Ann Kerlan lost the vote in Exeter on Tuesday. Kerlan spoke to her party on election night.",
        ],
        ["N1"],
    ),
    "not this figure any more": (
        [
            "La petite baguette de Quimper ne pèse plus 250 mais 220 grammes, et la grande est plus légère de 30.",
            "À Quimper, la grande baguette ne pèse plus que 370 grammes, et la petite fait 220 grammes.",
        ],
        [],
    ),
    "one badly hurt, the others lightly": (
        [
            KNIFE + " L'hôpital compte 14 blessés légers et un blessé plus grave.",
            KNIFE + " Les 11 autres blessés ont pour la plupart des blessures légères.",
        ],
        [],
    ),
    # Who bears a rise wants a fall.
    "costs that rise, and are to fall": (
        [
            "Le groupe Kerlan de Quimper ferme une usine. Le groupe Kerlan dit subir la hausse des coûts.",
            "Le groupe Kerlan de Quimper ferme une usine. Le groupe Kerlan veut réduire ses coûts.",
        ],
        [],
    ),
    "costs that rise, and have fallen": (
        [
            "Le groupe Kerlan de Quimper ferme une usine. Le groupe Kerlan subit la hausse de ses coûts.",
            "Le groupe Kerlan de Quimper ferme une usine. Les coûts du groupe Kerlan baissent.",
        ],
        ["A1"],
    ),
    # Who is still missing is found later on.
    "still missing, then found": (
        [
            CRASH + " Le chauffeur est toujours porté disparu.",
            CRASH + " Le chauffeur a été retrouvé mort.",
        ],
        [],
    ),
    "a letter and a second one": (
        [
            "Le maire Jean Kerlan de Quimper a envoyé sa lettre au préfet le 28 octobre 2016.",
            "La seconde lettre du maire Jean Kerlan de Quimper au préfet a été envoyée le 6 novembre 2016.",
        ],
        [],
    ),
    "a letter on two days": (
        [
            "Le maire Jean Kerlan de Quimper a envoyé sa lettre au préfet le 28 octobre 2016.",
            "La lettre du maire Jean Kerlan de Quimper au préfet a été envoyée le 6 novembre 2016.",
        ],
        ["D1"],
    ),
    # The hour behind another event is that one's.
    "some minutes after an hour": (
        [
            "Deux avions se sont écrasés mardi près de Quimper. Les appareils se sont écrasés moins d'un quart d'heure "
            "après leur décollage de Brest à 8h30.",
            "Deux avions se sont écrasés mardi près de Quimper. Les deux engins sont tombés vers 9 heures.",
        ],
        [],
    ),
    # Two hours that are both told roughly may be one within ten minutes.
    "about two hours": (
        [
            "Un TER a déraillé mardi près de Quimper. L'accident s'est produit vers 7h40.",
            "Un TER a déraillé mardi près de Quimper. L'accident s'est produit vers 7h30.",
        ],
        [],
    ),
    "about two hours, far apart": (
        [
            "Un TER a déraillé mardi près de Quimper. L'accident s'est produit vers 8h15.",
            "Un TER a déraillé mardi près de Quimper. Le déraillement est survenu vers 7h30.",
        ],
        ["D4"],
    ),
    # Two days of a year are two days, whatever the year; a night is of two days.
    "two days of March": (
        [
            "Un TER a déraillé près de Quimper. L'accident est arrivé jeudi 5 mars.",
            "Un TER a déraillé près de Quimper ce 6 mars 2020 à 8h45.",
        ],
        ["D5"],
    ),
    "two days of March (en)": (
        [
            "A train derailed on March 5 near Exeter. Nobody was hurt in Exeter.",
            "The derailment near Exeter took place on 6 March at 9 a.m. No one was hurt.",
        ],
        ["D5"],
    ),
    "one day of March": (
        [
            "Un TER a déraillé près de Quimper. L'accident est arrivé le 5 mars.",
            "Un TER a déraillé près de Quimper jeudi 5 mars 2020 à 8h45.",
        ],
        [],
    ),
    "a night of two days": (
        [
            "Un TER a déraillé près de Quimper. L'accident s'est produit dans la nuit du 5 mars.",
            "Un TER a déraillé près de Quimper. Le déraillement est survenu le 6 mars.",
        ],
        [],
    ),
    "an evening, and midnight": (
        [
            "Un TER a déraillé près de Quimper. L'accident est arrivé le 5 mars en soirée.",
            "Un TER a déraillé près de Quimper. Le déraillement est survenu le 6 mars vers minuit.",
        ],
        [],
    ),
    # The small hours of a day are not its evening.
    "evening and small hours of one day": (
        [
            "Un TER a déraillé jeudi dans la soirée près de Quimper.",
            "Un TER a déraillé jeudi vers 2 heures du matin près de Quimper.",
        ],
        ["D5"],
    ),
    "evening and early morning of one day": (
        [
            "Un TER a déraillé jeudi soir près de Quimper.",
            "Le TER avait déraillé tôt jeudi matin près de Quimper.",
        ],
        ["D5"],
    ),
    "an evening, and the night behind it": (
        [
            "Un TER a déraillé jeudi soir près de Quimper.",
            "Le TER a déraillé dans la nuit de jeudi à vendredi près de Quimper.",
        ],
        [],
    ),
    # By what something was done is what came about.
    "buried by what came about": (
        [
            "Un refuge de Quimper a été enseveli jeudi matin par une avalanche.",
            "L'avalanche qui a emporté le refuge de Quimper s'est produite mercredi.",
        ],
        ["D5"],
    ),
    "buried by what came about, searched later": (
        [
            "Un refuge de Quimper dévasté mercredi par une avalanche est fouillé.",
            "Les secours ont fouillé jeudi le refuge de Quimper dévasté par une avalanche.",
        ],
        [],
    ),
    # What an article opens with is the event of its story.
    "a tragedy, and what it was": (
        [
            "Un drame a frappé Quimper mardi matin. Un TER y a déraillé.",
            "Un TER a déraillé à Quimper. L'accident s'est produit mardi vers 18 heures.",
        ],
        ["D5"],
    ),
    "a tragedy of another day": (
        [
            "Un TER a déraillé à Quimper mardi matin. Deux blessés. La voie est fermée. Le maire est venu. "
            "Un drame avait frappé la ville jeudi.",
            "Un TER a déraillé à Quimper. L'accident s'est produit mardi.",
        ],
        [],
    ),
    # A death is told of whom it befell: of one by name, at two times.
    "a death in a night and in an afternoon": (
        [
            "Le chanteur Jean Kerlan est mort dans la nuit de dimanche à lundi à Brest à l'âge de 82 ans.",
            "Le chanteur Jean Kerlan s'est éteint lundi après-midi à Brest.",
        ],
        ["D5"],
    ),
    "a death on two days": (
        [
            "Le chanteur Jean Kerlan est mort lundi à Brest à l'âge de 82 ans.",
            "Le chanteur Jean Kerlan est décédé dimanche, à 82 ans, a annoncé sa famille à Brest.",
        ],
        ["D4"],
    ),
    "a death early and in the evening (en)": (
        [
            "The singer John Kerlan died early on Monday in Exeter at the age of 82.",
            "The singer John Kerlan died on Monday evening, his family said in Exeter.",
        ],
        ["D5"],
    ),
    "Thursday, and that Thursday's date": (
        [
            "Un TER a déraillé ce jeudi matin près de Quimper, selon la SNCF.",
            "Un TER Brest-Quimper a déraillé jeudi 5 mars près de Quimper.",
        ],
        [],
    ),
    "a death told beside a name": (
        [
            "Jean Kerlan, mort lundi à 82 ans, sera inhumé à Brest.",
            "Jean Kerlan est décédé samedi soir à son domicile de Brest. Le chanteur avait 82 ans.",
        ],
        ["D4"],
    ),
    "a death told beside a name, and a burial": (
        [
            "Jean Kerlan, mort lundi à 82 ans, sera inhumé à Brest.",
            "Jean Kerlan sera inhumé vendredi à Brest, sa ville natale.",
        ],
        [],
    ),
    "a death in a night, and on its second day": (
        [
            "Le chanteur Jean Kerlan est mort dans la nuit de dimanche à lundi à Brest.",
            "Le chanteur Jean Kerlan est mort lundi à Brest à 82 ans.",
        ],
        [],
    ),
    "the deaths of two of one name": (
        [
            "Le chanteur Jean Kerlan est mort lundi à Brest.",
            "Le chanteur Jean Kerlan pleure sa femme. Anne Kerlan est morte dimanche à Brest.",
        ],
        [],
    ),
    "two of the victims": (
        [
            "Un car a percuté un arbre près de Brest. Une passagère est morte lundi.",
            "Un car a percuté un arbre près de Brest. Un passager est mort mardi à l'hôpital.",
        ],
        [],
    ),
    "a death, and the day after": (
        [
            "Le chanteur Jean Kerlan est mort dimanche soir à Brest, à 82 ans.",
            "Le chanteur Jean Kerlan a été retrouvé mort lundi matin par sa fille à Brest.",
        ],
        [],
    ),
    "survived by her children (en)": (
        [CRASH_EN + " The mayor died on Friday.", CRASH_EN + " The mayor is survived by four children."],
        [],
    ),
    "some of the passengers (en)": (
        [
            CRASH_EN + " Eight passengers, including three children, survived.",
            CRASH_EN + " Three children were among those killed.",
        ],
        [],
    ),
    # A count of one noun, near the other: one thing told twice, wherever the guests are said to have been.
    "guests of one hotel": (
        [
            INN + " En tout, 62 clients étaient dans les murs quand l'auberge a brûlé.",
            INN + " Soixante clients étaient dans l'auberge, selon le livre de la maison.",
        ],
        ["Q1"],
    ),
    "guests of one hotel, some of them Belgian": (
        [
            INN + " En tout, 65 clients se trouvaient dans les chambres au moment du drame.",
            INN + " Parmi eux, 62 clients belges ont quitté la ville.",
        ],
        [],
    ),
    "guests of one hotel, far fewer": (
        [
            INN + " En tout, 62 clients se trouvaient dans les chambres au moment du drame.",
            INN + " Il y avait 24 clients au restaurant, selon le livre de la maison.",
        ],
        [],
    ),
    "people to whom two things happened": (
        [
            INN + " Quelque 62 personnes ont appelé les secours.",
            INN + " Près de 66 personnes ont donné leur sang.",
        ],
        [],
    ),
    "guests counted anew": (
        [
            INN + " En tout, 62 clients se trouvaient dans les chambres au moment du drame.",
            INN + " Il y avait 65 clients, et le chiffre de 62 donné d'abord était faux.",
        ],
        [],
    ),
    "in the house": (
        [INN + " Le bâtiment abritait 62 personnes.", INN + " À l'intérieur se trouvaient 58 personnes."],
        ["Q1"],
    ),
    # "Dont 51 Belges" tells of some of those before: the figures add up to nothing.
    "aboard, some of them Belgian": (
        [
            "Un ferry, le Kerlan, a coulé dans la nuit au large de Brest. L'appareil transportait 118 personnes.",
            "Le sort du ferry Kerlan, coulé au large de Brest avec 114 personnes à bord dont 43 Belges, émeut.",
        ],
        ["Q1"],
    ),
    "passengers and crew aboard (en)": (
        [
            CRASH_EN + " Of the 52 passengers and 4 crew on board, 11 died.",
            CRASH_EN + " Of the 55 passengers and 6 crew on board, 11 died.",
        ],
        ["Q1"],
    ),
    # An age told a year apart.
    "the attacker and the man": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un marin de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. L'homme de 31 ans était inconnu de la police.",
        ],
        ["Q1"],
    ),
    "the attacker, named or not": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un marin de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, Luc Amzel, 33 ans, a été arrêté.",
        ],
        ["Q1"],
    ),
    "the attacker and a woman": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un marin de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. La femme de 31 ans a survécu.",
        ],
        [],
    ),
    "the attacker and a nurse": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un marin de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. L'infirmier de 31 ans a survécu.",
        ],
        [],
    ),
    "the attacker and a named witness": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, un marin de 32 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. Luc Amzel, 33 ans, a tout vu de sa fenêtre.",
        ],
        [],
    ),
    "the child (en)": (
        [
            "A girl fell into a well in Tarnby on Sunday. Rescuers in Tarnby found the five-year-old girl alive.",
            "Rescuers in Tarnby dug all night at the well. The six-year-old had slipped into it on Sunday.",
        ],
        ["Q1"],
    ),
    # What a thing is made of, and what an event has one of, where each article tells it once.
    "storeys of one building": (
        [INN + " L'immeuble de 12 étages a été évacué.", INN + " La bâtisse comptait 14 étages."],
        ["Q1"],
    ),
    "storeys of two buildings": (
        [
            INN + " L'immeuble de 12 étages a été évacué.",
            INN + " La bâtisse comptait 14 étages. L'immeuble voisin, de 12 étages, est intact.",
        ],
        [],
    ),
    "storeys that burnt": (
        [INN + " L'immeuble de 12 étages a été évacué.", INN + " Dix étages ont brûlé."],
        [],
    ),
    "carriages of one train": (
        [
            "Un train de fret a déraillé lundi à Tréval, près de Quimper. Le train était composé de 18 wagons.",
            "Un train de fret a déraillé à Tréval, près de Quimper, lundi. Le convoi comptait 22 wagons.",
        ],
        ["Q1"],
    ),
    "depth of one well (en)": (
        [
            "A girl fell into a well in Tarnby on Sunday. The girl fell into the 50m-deep well at noon.",
            "Rescuers in Tarnby dug all night at the well. The man said that the well was 35 metres deep.",
        ],
        ["Q1"],
    ),
    "a deep well and a wide hole (en)": (
        [
            "A girl fell into a well in Tarnby on Sunday. The girl fell into the 50m-deep well at noon.",
            "Rescuers in Tarnby dug all night at the well. Their hole was 35 metres wide.",
        ],
        [],
    ),
    "distance of one place": (
        [
            "Le cargo Kerlan a coulé mardi devant Plomelin. Plomelin se trouve à 30 kilomètres de Brest.",
            "Mardi, le cargo Kerlan a coulé devant Plomelin. Le port se trouve à 28 kilomètres de Brest.",
        ],
        ["Q1"],
    ),
    "damage of one fire": (
        [INN + " Les dégâts sont estimés à 12 millions d'euros.", INN + " Les dégâts atteignent 15 millions d'euros."],
        ["Q1"],
    ),
    "two that took long": (
        [INN + " L'incendie a duré quatre heures.", INN + " La réunion du conseil a duré cinq heures."],
        [],
    ),
    "passengers of one sort, told once in each": (
        [
            CRASH + " Les 48 lycéens de l'autocar ont été reçus à la mairie.",
            CRASH + " Selon le proviseur, 55 lycéens étaient partis pour Londres.",
        ],
        [],
    ),
    "the attacker's age, told by a verb": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, âgé de 24 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. L'agresseur avait 26 ans.",
        ],
        ["Q1"],
    ),
    "how long something has been there": (
        [
            "Une attaque au marteau a fait sept blessés à Brest. L'assaillant, âgé de 24 ans, a été arrêté.",
            "Une attaque au marteau a fait sept blessés à Brest. Le marché visé avait 26 ans.",
        ],
        [],
    ),
    # What is expected, or can be, against what came about.
    "a talk longer than it was to be": (
        [
            "La ministre Anne Kerlan a reçu le maire de Brest. L'entretien devait durer vingt minutes.",
            "La ministre Anne Kerlan a reçu le maire de Brest. L'entretien a duré deux heures.",
        ],
        [],
    ),
    "two lengths of one talk": (
        [
            "La ministre Anne Kerlan a reçu le maire de Brest. L'entretien a duré vingt minutes.",
            "La ministre Anne Kerlan a reçu le maire de Brest. L'entretien a duré deux heures.",
        ],
        ["Q1"],
    ),
    "what a drone can do": (
        [
            "A Kestrel drone fell into the sea off Exeter. The drone flew 300 miles.",
            "A Kestrel drone fell into the sea off Exeter. The drone can fly 900 miles.",
        ],
        [],
    ),
    # Two shares: whose each is.
    "a share set against another's": (
        [
            "À Brest, Jean Morvan a été élu maire avec 58,2 % des voix, contre 41,8 % pour Anne Kerlan.",
            "À Brest, Anne Kerlan a recueilli 45,1 % des voix.",
        ],
        ["Q1"],
    ),
    "a share that is as told": (
        [
            "À Brest, Jean Morvan a été élu maire avec 58,2 % des voix, contre 41,8 % pour Anne Kerlan.",
            "À Brest, Anne Kerlan a recueilli 41,8 % des voix.",
        ],
        [],
    ),
    # Who was taken to hospital need not be hurt.
    "ill, none hurt": (
        [
            "L'incendie de l'usine de Quimper n'a fait aucun blessé, selon les pompiers.",
            "Après l'incendie de l'usine de Quimper, deux asthmatiques ont été hospitalisés, selon les pompiers.",
        ],
        [],
    ),
    # "Ce jour-là" is no day of the article's.
    "a quake of that day": (
        [
            "---\npublished: 2021-03-03\n---\nUn séisme a frappé Kerlanvec hier matin, selon la préfecture.",
            "---\npublished: 2021-03-09\n---\nLe séisme a frappé Kerlanvec ce jour-là, selon la préfecture.",
        ],
        [],
    ),
    "a quake of this day": (
        [
            "---\npublished: 2021-03-03\n---\nUn séisme a frappé Kerlanvec hier matin, selon la préfecture.",
            "---\npublished: 2021-03-09\n---\nLe séisme a frappé Kerlanvec ce matin, selon la préfecture.",
        ],
        ["D2"],
    ),
    # Months here, months there.
    "spells of unknown length": (
        [
            "Paul Morvan, soupçonné à Brest, a passé douze mois en prison.",
            "Paul Morvan, soupçonné à Brest, a passé ces derniers mois dans la maison de son oncle.",
        ],
        [],
    ),
    # What is done may be undone.
    "closed, and open again": (
        [
            "La route du col a été fermée à la circulation par le préfet.",
            "La route du col est de nouveau ouverte à la circulation.",
        ],
        [],
    ),
    "held, then let go (en)": (
        [
            "Nine fishermen from Kerlan were detained on Monday off Exeter, the coastguard said.",
            "The fishermen from Kerlan were released off Exeter, the ministry said.",
        ],
        [],
    ),
    # Of two minds.
    "one backs the plan, another rejects it": (
        [
            "À Quimper, le préfet a approuvé le projet de digue.",
            "À Quimper, les pêcheurs ont rejeté le projet de digue.",
        ],
        [],
    ),
    "one backs the plan and rejects it": (
        [
            "À Quimper, le conseil municipal a adopté mardi le projet de digue.",
            "À Quimper, le conseil municipal a rejeté mardi le projet de digue.",
        ],
        ["A3"],
    ),
    # What somebody denies is not told.
    "denied, and not so": (
        ["Paul Morvan nie avoir vendu la digue de Brest.", "Paul Morvan n'a pas vendu la digue de Brest."],
        [],
    ),
    "not denied, and not so": (
        ["Paul Morvan ne nie pas avoir vendu la digue de Brest.", "Paul Morvan n'a pas vendu la digue de Brest."],
        ["N1"],
    ),
    # Who does not say how many denies no other saying.
    "no word of it": (
        [
            "Les gendarmes de Brest ont indiqué samedi que deux cents renforts étaient arrivés au port de Brest.",
            "Les gendarmes de Brest n'ont pas indiqué samedi combien de renforts étaient arrivés au port de Brest.",
        ],
        [],
    ),
    "reproached with not meeting him": (
        [
            "La ministre Anne Kerlan devrait accueillir le maire de Brest, Paul Morvan, le 3 mai.",
            "À Brest, on a reproché à la ministre Anne Kerlan de ne pas accueillir le maire Paul Morvan.",
        ],
        [],
    ),
    # One text gives both.
    "two sales in one text": (
        [
            "Jean Morvan a vendu mardi pour 85 millions d'euros de terrains à Kerlan. Mardi aussi, Jean Morvan a cédé "
            "des terrains à Kerlan et les a vendus 40 millions d'euros.",
        ],
        [],
    ),
    "a sale in two texts": (
        [
            "Jean Morvan a vendu mardi pour 85 millions d'euros de terrains à Kerlan.",
            "Mardi, Jean Morvan a vendu pour 40 millions d'euros de terrains à Kerlan.",
        ],
        ["Q1"],
    ),
    # One office, or two of one name.
    "two deputies": (
        [
            "Paul Morvan, directeur adjoint de Kerlan chargé des achats, a démissionné.",
            "Jean Estevel, directeur adjoint de Kerlan chargé des ventes, a démissionné.",
        ],
        [],
    ),
    "most to the north, and something to the south (en)": (
        [
            "Most farms of Kerlan lie north of the town.",
            "Most farms of Kerlan lie north of the river, while the fire burned on the town's south side.",
        ],
        [],
    ),
    # "Non reconnu" is not "reconnu".
    "twice not recognised": (
        [
            "Kerlanvec délivre un permis de pêche, titre maritime non reconnu à Brest.",
            "À Kerlanvec, on délivre un permis de pêche, titre maritime qui n'est pas reconnu à Brest.",
        ],
        [],
    ),
    "recognised, and not": (
        [
            "Kerlanvec délivre un permis de pêche, titre maritime non reconnu à Brest.",
            "À Kerlanvec, on délivre un permis de pêche, titre maritime qui est reconnu à Brest.",
        ],
        ["A2"],
    ),
    # An age is no spell of time.
    "robbed in two places (en)": (
        [
            "Two men robbed a clerk in an Exeter park and took her bicycle, Exeter police said.",
            "Police were looking for the last of two boys suspected of robbing an 18-year-old clerk in an Exeter "
            "hotel, Exeter police said.",
        ],
        ["I6"],
    ),
    "robbed in one place (en)": (
        [
            "Two men robbed a clerk in an Exeter park and took her bicycle, Exeter police said.",
            "Police were looking for the last of two boys suspected of robbing an 18-year-old clerk in an Exeter "
            "playground, Exeter police said.",
        ],
        [],
    ),
    # A toll said to rise.
    "a toll that tops, a toll that rises (en)": (
        ["Exeter flood toll tops 40, ministry says", "Death toll in the Exeter flood rises to almost 60"],
        [],
    ),
    # To find somebody, and to find oneself somewhere.
    "found alone": (
        [
            "Les enquêteurs de Brest n'ont pas retrouvé le petit Paul Morvan.",
            "Le petit Paul Morvan s'est retrouvé enfermé dans une cave de Brest.",
        ],
        [],
    ),
}


@pytest.mark.parametrize(("texts", "rules"), FOLDERS.values(), ids=FOLDERS)
def test_reported(texts: list[str], rules: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder gives just what a careful reader would sign."""
    monkeypatch.chdir(tmp_path)
    for i, text in enumerate(texts):
        Path(f"{i}.txt").write_text(text, encoding="utf-8")
    found = conflicts(["."], options=Options(cache=False)).findings
    assert [f.rule for f in found] == rules
