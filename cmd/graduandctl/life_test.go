package main

import (
	"encoding/json"
	"fmt"
	"hash/fnv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// lifeFile is the registry of the scripts that tell a life.
const lifeFile = "school.graduand"

// graduate VARIABLE SURNAME [FIELD=VALUE…] adds somebody in whose form nothing is missing but
// the number of the card, unless the values say otherwise, and puts the id into the environment.
func graduate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: graduate VARIABLE SURNAME [FIELD=VALUE…]")
	}
	name := fnv.New32a()
	name.Write([]byte(args[1]))
	number := fmt.Sprintf("%07d", name.Sum32()%10_000_000)
	words := append([]string{"do", lifeFile, "add", "surname=" + args[1]}, args[2:]...)
	for _, usual := range []string{"given_name=Олена", "patronymic=Іванівна", "sex=f", "birth_date=05.03.2003", "class=11-А",
		"document_kind=id_card", "document_number=12" + number, "phone=067" + number, "postal_index=61000", "region=Харківська", "settlement=Харків",
		"street=вул. Вигадана", "house=5", "subjects=ukrainian,mathematics,english:standard", "attestation=ukrainian,mathematics,english"} {
		if field, _, _ := strings.Cut(usual, "="); !assigns(args[2:], field) {
			words = append(words, usual)
		}
	}
	ts.Check(ts.Exec("graduandctl", words...))
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// whose VARIABLE SURNAME … puts ids into the environment.
func whose(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args)%2 > 0 {
		ts.Fatalf("usage: whose VARIABLE SURNAME …")
	}
	people := listed(ts)
	for ; len(args) > 0; args = args[2:] {
		ts.Setenv(args[0], people[args[1]].ID)
	}
}

// listed are the graduates by their surnames.
func listed(ts *testscript.TestScript) map[string]listLine {
	ts.Check(ts.Exec("graduandctl", "list", lifeFile, "--json"))
	people := map[string]listLine{}
	for text := range strings.Lines(ts.ReadFile("stdout")) {
		var line listLine
		ts.Check(json.Unmarshal([]byte(text), &line))
		people[line.Surname] = line
	}
	return people
}

// keep VARIABLE puts what the command before has said into the environment.
func keep(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: keep VARIABLE")
	}
	ts.Setenv(args[0], strings.TrimSpace(ts.ReadFile("stdout")))
}

// assigns says that one of the words gives a field its value.
func assigns(words []string, field string) bool {
	for _, word := range words {
		if strings.HasPrefix(word, field+"=") {
			return true
		}
	}
	return false
}

// stands SURNAME STATUS NEXT … compares how far people are, and what is next, with what their lives have
// come to; NEXT is none where nothing is left to do.
func stands(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 || len(args)%3 > 0 {
		ts.Fatalf("usage: stands SURNAME STATUS NEXT …")
	}
	people := listed(ts)
	for ; len(args) > 0; args = args[3:] {
		line := people[args[0]]
		if line.Next == "" {
			line.Next = none
		}
		if line.Status != args[1] || line.Next != args[2] {
			ts.Fatalf("%s stands at %s, next is %s, want %s and %s", args[0], line.Status, line.Next, args[1], args[2])
		}
	}
}
