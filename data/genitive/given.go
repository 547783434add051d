package genitive

import "slices"

// hisName are the rules for men's given names and patronymics (§ 143).
var hisName = slices.Concat([]rule{
	among("indeclinable name of his", same, "§ 140"),
	among("his name's own form", own("his name's own form"), "§ 143"),
}, firstDeclension, foreignVowels, []rule{
	ends("ьо", instead(2, "я"), "§ 143"),
	ends("[кл]о|C[рп]о|хно", instead(1, "а"), "§ 143"),
	ends("о", same, "§ 140"),
	among("soft р of a given name", add("я"), "§ 143"),
	ends("^C+ець", second, "§ 143"),
	ends("[єе]ць|[чнтьшж]ок", closed, "§ 143"),
	ends("C|ь", second, "§ 143"),
})

// herName are the rules for women's given names and patronymics: in a lip or a soft consonant
// they are of the third declension, in another consonant they do not change.
var herName = slices.Concat([]rule{
	among("indeclinable name of hers", same, "§ 140"),
	among("her name's own form", own("her name's own form"), "§ 143"),
}, firstDeclension, []rule{
	ends("ь", instead(1, "і"), "§ 140"),
	ends("[бпвмф]", add("і"), "§ 140").orElse(same),
	ends("", same, "§ 140"),
})
