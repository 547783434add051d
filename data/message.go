package data

// Message is what the history keeps of one message between the school and its centre: which it was,
// and nothing of the persons in it.
type Message struct {
	ID   string `json:"id"`
	Type string `json:"type"`
	// Hash is that of the message, SHA256 that of its file, both in hexadecimal digits.
	Hash   string `json:"hash"`
	SHA256 string `json:"sha256"`
	// Created is the instant by the sender's clock, RFC 3339 in UTC.
	Created string `json:"created"`
	// Program is the version of the program that has made it, Revision that of the sender's edition of
	// the campaign; "" and 0 of what an earlier program has noted.
	Program  string `json:"program,omitempty"`
	Revision int    `json:"revision,omitempty"`
	// Sequence counts the messages of its sender, 0 of one outside the sequence. Branch is that of the
	// school's registry, in what a school sends.
	Sequence int    `json:"sequence,omitempty"`
	Branch   string `json:"branch,omitempty"`
	// With is the fingerprint of the centre's keys: of those that a message was sealed to, or that have
	// signed it.
	With string `json:"with,omitempty"`
	// People and Files are how many are in it, Octets how large the file is.
	People int   `json:"people,omitempty"`
	Files  int   `json:"files,omitempty"`
	Octets int64 `json:"octets"`
	// Added, Changed and Withdrawn are how many of the people are so, in what a school sends. Signed is
	// the fingerprint of its keys that have signed it, Next that of new ones that it tells.
	Added     int    `json:"added,omitempty"`
	Changed   int    `json:"changed,omitempty"`
	Withdrawn int    `json:"withdrawn,omitempty"`
	Signed    string `json:"signed,omitempty"`
	Next      string `json:"next,omitempty"`
	// Name is what the file was called.
	Name string `json:"name,omitempty"`
	// Answers is the id of the message that this one answers, and Accepted the last sequence that the
	// centre says it has taken over from the school.
	Answers  string `json:"answers,omitempty"`
	Accepted int    `json:"accepted,omitempty"`
}
