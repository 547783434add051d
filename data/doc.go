// Package data is the language of the domain: the graduate, the registration,
// the school, and what can be wrong with them. It knows no file, no campaign
// and no sentence: it imports the standard library only.
//
// Three habits hold everywhere:
//
//   - Facts are stored, status is derived ([Registration.Facts], [StatusOf]).
//   - What goes wrong is a code with arguments ([Error], [Finding]); data/text
//     makes sentences of them in the reader's language.
//   - A date is an ISO day without a time zone ([Date]); an instant is UTC.
package data
