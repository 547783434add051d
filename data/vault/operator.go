package vault

import (
	"crypto/subtle"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
)

// Kind says who opens a slot.
type Kind string

// The roles of operators, and the code in the safe. Each of them holds the school
// key: the roles bind the program, not the disk.
const (
	KindHead        Kind = "head"
	KindResponsible Kind = "responsible"
	KindRegistering Kind = "registering"
	KindAccesses    Kind = "accesses"
	KindReader      Kind = "reader"
	KindPaper       Kind = "paper"
)

// IsOperator reports whether the slot is opened by a person's phone and password.
func (k Kind) IsOperator() bool {
	return slices.Contains([]Kind{KindHead, KindResponsible, KindRegistering, KindAccesses, KindReader}, k)
}

// MaxOperators is how many slots of operators a registry may have.
const MaxOperators = 8

// Slot is one way to the school key, as it is stored. Nothing in it names a person.
// A slot of kind [KindPaper] has no parameters: its code needs no stretching.
type Slot struct {
	// ID is 32 hexadecimal digits.
	ID   string `json:"id"`
	Kind Kind   `json:"kind"`
	Salt []byte `json:"salt"`
	Params
	Sealed []byte `json:"sealed"`
}

// place binds what is sealed to this slot and to its kind, so that a reader's slot
// does not become a head's.
func (s Slot) place() Place { return Place{Table: "key_slot", Field: string(s.Kind), ID: s.ID} }

// sound tells a slot that was ever written by us from a mangled one.
func (s Slot) sound() bool { return len(s.Salt) == saltSize && isEnvelope(s.Sealed) }

// SlotContent is what an operator's password opens.
type SlotContent struct {
	School *SchoolKey
	// Identity is the slot's own key pair.
	Identity *Identity
	Role     Kind
	// Name is how the operator is called in the history.
	Name string
	// Phone is the login, in E.164; empty for one who signs in by password alone.
	Phone string
	// MustChange: the password was given by a higher role and is to be replaced at
	// the first sign-in (KG-006).
	MustChange bool
}

// storedContent is a SlotContent before it is sealed.
type storedContent struct {
	Key        []byte `json:"key"`
	Identity   []byte `json:"identity"`
	Role       Kind   `json:"role"`
	Name       string `json:"name"`
	Phone      string `json:"phone"`
	MustChange bool   `json:"must_change,omitempty"`
}

// NewOperatorSlot seals the school key and the account for one password (KG-003,
// KG-005, KG-014). It is also how a password is changed: the new slot takes the place
// of the old. It refuses a password that [CheckPassword] refuses, parameters out of
// bounds ([Params.Check]), a phone not in E.164 ([ErrPhone]), a role that is none
// ([ErrKind]).
func NewOperatorSlot(rand io.Reader, params Params, content SlotContent, password string) (Slot, error) {
	if !content.Role.IsOperator() {
		return Slot{}, fmt.Errorf("new slot of %q: %w", content.Role, ErrKind)
	}
	if content.Phone != "" && !isE164(content.Phone) {
		return Slot{}, fmt.Errorf("new slot: %w", ErrPhone)
	}
	password = Prepare(password)
	if err := CheckPassword(password, content.Phone, content.Name); err != nil {
		return Slot{}, err
	}
	slot, err := newSlot(rand, content.Role)
	if err != nil {
		return Slot{}, err
	}
	slot.Params = params
	opening, err := slot.stretch(password, slot.Salt)
	if err != nil {
		return Slot{}, err
	}
	defer opening.Wipe()
	slot.Sealed, err = sealContent(rand, opening, slot.place(), content)
	return slot, err
}

func newSlot(rand io.Reader, kind Kind) (Slot, error) {
	id, err := randomOctets(rand, 16)
	if err != nil {
		return Slot{}, err
	}
	salt, err := randomOctets(rand, saltSize)
	return Slot{ID: hex.EncodeToString(id), Kind: kind, Salt: salt}, err
}

func sealContent(rand io.Reader, key *Key, place Place, content SlotContent) ([]byte, error) {
	if !content.School.Usable() || !content.Identity.usable() {
		return nil, fmt.Errorf("seal %s: %w", place, ErrNoKey)
	}
	plain, err := json.Marshal(storedContent{content.School.key.octets(), content.Identity.seed.octets(), content.Role,
		content.Name, content.Phone, content.MustChange})
	if err != nil {
		return nil, fmt.Errorf("encode %s: %w", place, err)
	}
	defer clear(plain)
	return Seal(rand, key, place, plain)
}

// OpenOperatorSlot opens a slot with the phone (in E.164; empty when none was typed,
// and then the password decides alone) and the password that were typed, see [Prepare],
// at the price of the slot's own parameters for each form that the password can have been
// set in. It is [ErrWrong] when either does
// not fit; [ErrWeakParameters], [ErrTooCostly] or [ErrTampered] when the slot is not
// as it was written; [ErrKind] when it is no operator's.
func OpenOperatorSlot(slot Slot, phone, password string) (SlotContent, error) {
	if !slot.Kind.IsOperator() {
		return SlotContent{}, fmt.Errorf("open slot of %q: %w", slot.Kind, ErrKind)
	}
	if !slot.sound() {
		return SlotContent{}, fmt.Errorf("open %s: %w", slot.place(), ErrTampered)
	}
	for _, spelling := range spellings(password) {
		opening, err := slot.stretch(spelling, slot.Salt)
		if err != nil {
			return SlotContent{}, fmt.Errorf("open %s: %w", slot.place(), err)
		}
		plain, err := Open(opening, slot.place(), slot.Sealed)
		opening.Wipe()
		if err == nil {
			return readContent(slot, plain, phone)
		}
	}
	return SlotContent{}, ErrWrong
}

// readContent takes the content apart, and refuses it to another phone.
func readContent(slot Slot, plain []byte, phone string) (SlotContent, error) {
	defer clear(plain)
	var stored storedContent
	if err := json.Unmarshal(plain, &stored); err != nil || stored.Role != slot.Kind {
		return SlotContent{}, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	key, identity := keyOf(stored.Key), identityOf(stored.Identity)
	if key == nil || identity == nil {
		return SlotContent{}, fmt.Errorf("read %s: %w", slot.place(), ErrTampered)
	}
	if phone != "" && subtle.ConstantTimeCompare([]byte(stored.Phone), []byte(phone)) != 1 {
		key.Wipe()
		return SlotContent{}, ErrWrong
	}
	return SlotContent{&SchoolKey{key}, identity, stored.Role, stored.Name, stored.Phone, stored.MustChange}, nil
}

// OpenOperator tries the slots of operators in turn and returns the content and the
// id of the first that opens. When none does, the error is [ErrWrong], joined with
// what is amiss with the slots themselves: one spoilt slot locks nobody else out. A
// registry with more than MaxOperators of them is [ErrTooCostly].
func OpenOperator(slots []Slot, phone, password string) (SlotContent, string, error) {
	faults := []error{ErrWrong}
	tried := 0
	for _, slot := range slots {
		if !slot.Kind.IsOperator() {
			continue
		}
		if tried++; tried > MaxOperators {
			return SlotContent{}, "", fmt.Errorf("more than %d operators: %w", MaxOperators, ErrTooCostly)
		}
		content, err := OpenOperatorSlot(slot, phone, password)
		if err == nil {
			return content, slot.ID, nil
		}
		if !errors.Is(err, ErrWrong) {
			faults = append(faults, err)
		}
	}
	return SlotContent{}, "", errors.Join(faults...)
}
