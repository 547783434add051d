// Package papers makes graduates into papers: from a campaign, a school, a day, graduates
// and what the check has found with them to the data of package reports, and from there
// to the bytes of a document. One table says what each document is ([Documents]).
//
// Everything here is pure: the same [Source] and the same graduates give the same bytes.
// Nothing is altered and nothing is asked of a registry, so a document can be drawn while
// others work in it.
package papers
