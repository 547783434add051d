#!/bin/sh
# govulncheck 1.9.0 says of a command line built with kong 1.17.0 that nothing vulnerable is called, whatever
# its commands call.
#
# One would expect: «your code is affected by 0 vulnerabilities» of a program tells of the whole program; what is
# said of reflection in its manual sounds like a rare case.
# Seen: kong calls the Run method of a command by reflection, so nothing behind any command is reached from main in
# the call graph. The same function called by main itself is found.
# Why a secretary cares: the program opens strangers' files, and whoever publishes it asks govulncheck before each
# version. All that is known against a linked package has to count, not only what is seen to be called.
#
# Needs go. The database has one invented entry.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

mkdir -p db/index db/ID reflected direct
echo '{"modified":"2026-01-01T00:00:00Z"}' > db/index/db.json
echo '[{"path":"github.com/google/uuid","vulns":[{"id":"GO-2026-0000","modified":"2026-01-01T00:00:00Z"}]}]' > db/index/modules.json
echo '[{"id":"GO-2026-0000","modified":"2026-01-01T00:00:00Z"}]' > db/index/vulns.json
cat > db/ID/GO-2026-0000.json <<'JSON'
{"schema_version":"1.3.1","id":"GO-2026-0000","modified":"2026-01-01T00:00:00Z","published":"2026-01-01T00:00:00Z",
 "affected":[{"package":{"name":"github.com/google/uuid","ecosystem":"Go"},"ranges":[{"type":"SEMVER","events":[{"introduced":"0"}]}],
 "ecosystem_specific":{"imports":[{"path":"github.com/google/uuid","symbols":["NewString"]}]}}]}
JSON
cat > go.mod <<'MOD'
module seen
go 1.24
MOD
cat > reflected/main.go <<'GO'
package main

import (
	"fmt"

	"github.com/alecthomas/kong"
	"github.com/google/uuid"
)

type show struct{}

func (show) Run() error {
	fmt.Println(uuid.NewString())
	return nil
}

func main() {
	var c struct {
		Show show `cmd:""`
	}
	if err := kong.Parse(&c).Run(); err != nil {
		panic(err)
	}
}
GO
cat > direct/main.go <<'GO'
package main

import (
	"fmt"

	"github.com/google/uuid"
)

func main() { fmt.Println(uuid.NewString()) }
GO
go get github.com/alecthomas/kong@v1.17.0 github.com/google/uuid@v1.6.0 >/dev/null 2>&1 || exit 2
for program in direct reflected; do
	go run golang.org/x/vuln/cmd/govulncheck@v1.9.0 -db "file://$work/db" -format json "./$program" > said 2>/dev/null || exit 2
	if grep -q '"function": "NewString"' said; then echo "$program: called"; else echo "$program: not called"; fi
done | tee seen
diff - seen <<'SEEN'
direct: called
reflected: not called
SEEN
