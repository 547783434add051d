package genitive

import "slices"

// hisSurname are the rules for men's surnames (§ 142).
var hisSurname = slices.Concat([]rule{
	among("indeclinable", same, "§ 140"),
	among("his own form", own("his own form"), "§ 142.1"),

	// Adjectives; those in -ий that are nouns have one syllable (Кий, Рий).
	among("adjective in -ій", instead(2, "ього"), "§ 142.2"),
	ends("(д|т|ж|ш|х|й|ль|в|с|з|н)ній", instead(2, "ього"), "§ 142.2"),
	among("noun in -ий", second, "§ 142.1"),
	ends("ий", instead(2, "ого"), "§ 142.2"),
	among("adjective in -ой", instead(2, "ого"), "§ 144"),
	ends("(ьк|ск|цк|ов|ев|єв|н|ст)ой", instead(2, "ого"), "§ 144"),

	// Possessives: the vowel that was in an open syllable, or the і of the nominative.
	among("soft before -ів", instead(2, "ева"), "§ 142.3").orElse(add("а")),
	ends("[цжчшщ]ів", instead(2, "ева"), "§ 142.3").orElse(add("а")),
	ends("["+vowels+"].*ів", instead(2, "ова"), "§ 142.3").orElse(add("а")),
	ends("їв", instead(2, "єва"), "§ 142.3").orElse(add("а")),

	// Genitives already: of all of the family (Черних), or of its father (Живаго).
	among("noun in -их", second, "§ 142.1"),
	ends("["+vowels+"].*(их|[гкх]іх)", same, "§ 144"),
	ends("[аяе]го|ово", same, "§ 144"),
	among("neuter", instead(1, "а"), "§ 142.1"),
	ends("[рн]це", instead(1, "я"), "§ 142.1"),
}, firstDeclension, foreignVowels, []rule{
	ends("ьо", instead(2, "я"), "§ 142.1"),
	ends("[кл]о|C[нр]о", instead(1, "а"), "§ 142.1"),
	ends("[нртдсзмч]о", same, "§ 140").orElse(instead(1, "а")),
	ends("о", instead(1, "а"), "§ 142.1").orElse(same),

	// Alternations are those of the common noun (§ 142.1); but Швець → Швеця.
	among("і is о", opened('о'), "§ 142.1"),
	among("і is е", opened('е'), "§ 142.1"),
	among("і is о, or stays", opened('о'), "§ 142.1").orElse(second),
	among("і is е, or stays", opened('е'), "§ 142.1").orElse(second),
	among("vowel is lost", closed, "§ 142.1"),
	among("vowel stays", second, "§ 142.1"),
	ends("^C+ець", second, "§ 142.1"),
	ends("[бвгґджзклмнпрстфхцчшщ][рнлвм]ець", second, "§ 142.1"),
	ends("[еє]ць", closed, "§ 144"),
	ends("^C+ок|C[рлдн]ок", second, "§ 142.1"),
	ends("ок", closed, "§ 142.1"),
	ends("["+vowels+"].*["+vowels+"].*ень", closed, "§ 142.1").orElse(second),
	ends("["+vowels+"].*ень", second, "§ 142.1").orElse(closed),

	// -р is soft where the common noun is (кобзар, кобзаря).
	among("soft р", add("я"), "§ 67"),
	among("hard р", second, "§ 67"),
	ends("["+vowels+"].*(ар|ир)", add("а"), "§ 67").orElse(add("я")),
	ends("C|ь", second, "§ 142.1"),
})

// herSurname are the rules for women's surnames: those in a consonant or -о do not change.
var herSurname = slices.Concat([]rule{
	among("indeclinable", same, "§ 140"),
	among("noun in -а", instead(1, "и"), "§ 142.1"),
	ends("[сзц]ь?кая|[нтвлд]ая", instead(2, "ої"), "§ 142.2"),
	ends("няя", instead(2, "ьої"), "§ 142.2"),
	ends("[сзц]ька", instead(1, "ої"), "§ 142.2"),
	ends("[оеє]ва|[ії]на|шина", instead(1, "ої"), "§ 142.3"),
	ends("[жчщц]ина", instead(1, "ої"), "§ 142.3").orElse(instead(1, "и")),
	ends("[бвгґджзйклмнпрстфхцчшщья]на", instead(1, "ої"), "§ 142.2"),
	among("adjective in -а", instead(1, "ої"), "§ 142.2"),
	among("adjective in -я", instead(1, "ьої"), "§ 142.2"),
}, firstDeclension, []rule{ends("", same, "§ 142.1")})

// firstDeclension are the rules for names in -а and -я, men's and women's.
var firstDeclension = []rule{
	ends("[аеєиіїоуюя]а", same, "§ 140"),
	ends("["+vowels+"й’ь]я", instead(1, "ї"), "§ 69"),
	ends("я", instead(1, "і"), "§ 69"),
	ends("[жчшщ]а", instead(1, "і"), "§ 69"),
	ends("а", instead(1, "и"), "§ 69"),
}

// foreignVowels are the endings that no Ukrainian name of a man has.
var foreignVowels = []rule{
	ends("[аеєиіїоуюяй]о|^C+о|джо", same, "§ 140"),
	ends("(бб|вв|гг|ґґ|дд|зз|кк|лл|мм|нн|пп|рр|сс|тт|цц|чч)о", same, "§ 140"),
	ends("[еєиіїую]", same, "§ 140"),
	among("indeclinable in -о", same, "§ 140"),
}
