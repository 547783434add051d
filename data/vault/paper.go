package vault

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
)

// The form of a paper code: 20^40 of them are 172.9 bits.
const (
	// PaperGroups is the number of groups.
	PaperGroups = 8
	// PaperGroup is the length of a group: five symbols and one that checks them.
	PaperGroup = 6
	paperData  = PaperGroup - 1
)

// weights of the symbols in the check. Each is prime to 20, so that one wrong symbol
// in a group is always found; neighbours differ by no multiple of 4 or 5, so that two
// swapped ones are found unless they stand ten apart in the alphabet.
var weights = [paperData]int{1, 3, 9, 11, 13}

// GroupError says which group of a paper code was mistyped, 1 the first.
type GroupError struct{ Group int }

func (e *GroupError) Error() string { return fmt.Sprintf("vault: group %d is mistyped", e.Group) }

// PaperCode is the secret that is printed when a registry is made and then lies in the
// safe of the school. It never prints but by [PaperCode.Text].
type PaperCode struct{ symbols string }

// NewPaperCode makes a code.
func NewPaperCode(rand io.Reader) (PaperCode, error) {
	symbols, err := randomSymbols(rand, PaperGroups*paperData)
	return PaperCode{symbols}, err
}

// Text is the code for the paper: eight groups with dashes between.
func (c PaperCode) Text() string {
	var b strings.Builder
	for g := range len(c.symbols) / paperData {
		data := c.symbols[g*paperData : (g+1)*paperData]
		b.WriteString(data)
		b.WriteByte(checkSymbol(g, data))
	}
	return grouped(b.String(), PaperGroup)
}

// String does not show the code.
func (PaperCode) String() string { return "[paper code]" }

// Format does not show the code, whatever the verb.
func (c PaperCode) Format(f fmt.State, _ rune) { io.WriteString(f, c.String()) }

// checkSymbol follows the five symbols of a group and its place, so that two groups
// in each other's place are found too.
func checkSymbol(group int, data string) byte {
	sum := group
	for i := range len(data) {
		sum += weights[i] * strings.IndexByte(alphabet, data[i])
	}
	return alphabet[sum%len(alphabet)]
}

// ParsePaperCode reads what was typed, in any case, keyboard layout and grouping (see
// [NormalisePassword]). A [GroupError] names the first group that is wrong or not
// whole; [ErrPaperLength] says that there is more after the last.
func ParsePaperCode(typed string) (PaperCode, error) {
	var symbols strings.Builder
	groups := paperGroups(typed)
	for g := range PaperGroups {
		if g >= len(groups) || !isGroup(g, groups[g]) {
			return PaperCode{}, &GroupError{g + 1}
		}
		symbols.WriteString(groups[g][:paperData])
	}
	if len(groups) > PaperGroups {
		return PaperCode{}, ErrPaperLength
	}
	return PaperCode{symbols.String()}, nil
}

// paperGroups cuts where the typist did when that gives eight groups, so that a lost
// symbol spoils its own group only; else after every six symbols.
func paperGroups(typed string) []string {
	groups := strings.FieldsFunc(typed, isFiller)
	if len(groups) == PaperGroups {
		for i, group := range groups {
			groups[i] = NormalisePassword(group)
		}
		return groups
	}
	var cut []string
	rest := []rune(NormalisePassword(typed))
	for len(rest) > PaperGroup && len(cut) < PaperGroups {
		cut, rest = append(cut, string(rest[:PaperGroup])), rest[PaperGroup:]
	}
	if len(rest) > 0 {
		cut = append(cut, string(rest))
	}
	return cut
}

func isGroup(g int, group string) bool {
	return len(group) == PaperGroup && inAlphabet(group) && group[paperData] == checkSymbol(g, group[:paperData])
}

// key needs no Argon2id: nobody guesses 172 bits.
func (c PaperCode) key(salt []byte) *Key {
	if c.symbols == "" {
		return nil
	}
	return derive([]byte(c.symbols), salt, "paper")
}

// storedPaper is what a paper code opens, before it is sealed.
type storedPaper struct {
	Key      []byte `json:"key"`
	Identity []byte `json:"identity"`
}

// NewPaperSlot seals the school key and the slot's own key pair for a code. A registry
// has one such slot: a new code puts an end to the old paper.
func NewPaperSlot(rand io.Reader, school *SchoolKey, identity *Identity, code PaperCode) (Slot, error) {
	if !school.Usable() || !identity.usable() {
		return Slot{}, fmt.Errorf("new paper slot: %w", ErrNoKey)
	}
	slot, err := newSlot(rand, KindPaper)
	if err != nil {
		return Slot{}, err
	}
	opening := code.key(slot.Salt)
	defer opening.Wipe()
	plain, err := json.Marshal(storedPaper{school.key.octets(), identity.seed.octets()})
	if err != nil {
		return Slot{}, fmt.Errorf("encode %s: %w", slot.place(), err)
	}
	defer clear(plain)
	slot.Sealed, err = Seal(rand, opening, slot.place(), plain)
	return slot, err
}

// OpenPaperSlot opens the slot with the code that was typed. It is [ErrWrong] when the
// code is of another registry or was replaced; [ErrTampered] when the slot is mangled;
// [ErrKind] when it is no paper slot.
func OpenPaperSlot(slot Slot, code PaperCode) (*SchoolKey, *Identity, error) {
	if slot.Kind != KindPaper {
		return nil, nil, fmt.Errorf("open slot of %q by paper: %w", slot.Kind, ErrKind)
	}
	if !slot.sound() {
		return nil, nil, fmt.Errorf("open %s: %w", slot.place(), ErrTampered)
	}
	opening := code.key(slot.Salt)
	defer opening.Wipe()
	plain, err := Open(opening, slot.place(), slot.Sealed)
	if err != nil {
		return nil, nil, ErrWrong
	}
	defer clear(plain)
	var stored storedPaper
	if err := json.Unmarshal(plain, &stored); err != nil {
		return nil, nil, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	key, identity := keyOf(stored.Key), identityOf(stored.Identity)
	if key == nil || identity == nil {
		return nil, nil, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	return &SchoolKey{key}, identity, nil
}
