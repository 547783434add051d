// Package latin writes Cyrillic names in Latin letters as passports do, and says whether a
// Latin spelling can be that of a Cyrillic name.
//
// The two are not the same question. An office writes a name in one way, by the rules of its
// day; over the years a family gets papers with several. So [Can] takes every spelling that
// passports of Ukraine, Kyrgyzstan and Russia really carry, and only what no rule gives is
// another name.
package latin

import (
	"strings"
	"unicode/utf8"
)

// Rules are those of one state for its passports.
type Rules struct {
	// letters are what each letter becomes; first, where it is the first of a word; pairs, what
	// two letters become together.
	letters, first, pairs map[string]string
}

// Ukrainian are the rules of the Cabinet of Ministers of Ukraine, № 55 of 27 January 2010:
// an apostrophe and ь are left out.
var Ukrainian = &Rules{
	letters: table("а a б b в v г h ґ g д d е e є ie ж zh з z и y і i ї i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ю iu я ia ь -"),
	first:   table("є ye ї yi й y ю yu я ya"),
	pairs:   table("зг zgh"),
}

// Russian are the rules of ICAO 9303-3 §6 table B, which passports of Russia follow since 2014.
var Russian = &Rules{
	letters: table("а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ie ы y ь - э e ю iu я ia і i ї i є ie ґ g ө o ү u ң n"),
}

// Kyrgyz are the rules by which passports of Kyrgyzstan write names: of the Russian ones, with
// letters of its own, ж as j in Kyrgyz names being a variant that [Can] knows.
var Kyrgyz = &Rules{
	letters: table("а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n ң n о o ө o п p р r с s т t у u ү u ф f х kh ц ts ч ch ш sh щ shch ъ - ы y ь - э e ю iu я ia"),
}

// table are pairs of words, of which - stands for nothing.
func table(words string) map[string]string {
	fields := strings.Fields(words)
	t := make(map[string]string, len(fields)/2)
	for i := 0; i < len(fields); i += 2 {
		t[fields[i]] = strings.ReplaceAll(fields[i+1], "-", "")
	}
	return t
}

// Write is a name in the letters of a passport: capitals, words apart by a space, a hyphen
// kept. What is Latin already stays.
func (r *Rules) Write(name string) string {
	var b strings.Builder
	name = plain(name)
	first := true
	for len(name) > 0 {
		_, n := utf8.DecodeRuneInString(name)
		_, m := utf8.DecodeRuneInString(name[n:])
		latin, known := r.pairs[name[:n+m]]
		if known {
			n += m
		} else {
			latin = r.letter(name[:n], first)
		}
		first = name[:n] == " " || name[:n] == "-"
		b.WriteString(latin)
		name = name[n:]
	}
	return strings.ToUpper(b.String())
}

func (r *Rules) letter(letter string, first bool) string {
	if latin, known := r.first[letter]; known && first {
		return latin
	}
	if latin, known := r.letters[letter]; known {
		return latin
	}
	if latin, known := Russian.letters[letter]; known {
		return latin // a letter of another alphabet, which the Russian table has too
	}
	return letter
}

// plain is a name in small letters without its apostrophes, with single spaces.
func plain(name string) string {
	name = strings.Map(func(c rune) rune {
		if strings.ContainsRune("'’ʼ`´‘‛ʹʻʽ′＇ˈ\"", c) {
			return -1
		}
		if strings.ContainsRune("‐‑‒–—―", c) {
			return '-'
		}
		return c
	}, strings.ToLower(name))
	return strings.Join(strings.Fields(name), " ")
}
