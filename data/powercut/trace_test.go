package powercut

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
)

// calls are those by which a program changes a disk, or says something.
const calls = "open,openat,creat,close,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate,fsync,fdatasync,sync_file_range," +
	"rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,symlink,symlinkat,copy_file_range,sendfile,dup,dup2,dup3"

// call is one finished call of the system: its name, its arguments as strace writes them,
// and what it gave back.
type call struct {
	name   string
	args   []string
	result string
}

var finished = regexp.MustCompile(`^(\w+)\((.*)\)\s+= (\S+)`)

// readTrace gives the calls of a record in the order in which they came to their end;
// a closing counts from its beginning, since its number is free from then on.
func readTrace(path string) (all []call, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 256<<20)
	begun := map[string]string{}
	for lines.Scan() {
		thread, rest, _ := strings.Cut(lines.Text(), " ")
		rest = strings.TrimSpace(rest)
		if head, is := strings.CutSuffix(rest, " <unfinished ...>"); is {
			begun[thread] = head
			if strings.HasPrefix(head, "close(") {
				all = append(all, call{"close", []string{strings.TrimPrefix(head, "close(")}, "0"})
			}
			continue
		}
		if _, tail, is := strings.Cut(rest, " resumed>"); is && strings.HasPrefix(rest, "<... ") {
			rest = begun[thread] + tail
			if strings.HasPrefix(rest, "close(") {
				continue
			}
		}
		if m := finished.FindStringSubmatch(rest); m != nil {
			all = append(all, call{m[1], strings.Split(m[2], ", "), m[3]})
		}
	}
	return all, lines.Err()
}

func (c call) failed() bool { return strings.HasPrefix(c.result, "-") || c.result == "?" }

// words are the octets of a string that strace has written in hexadecimal.
func words(arg string) []byte {
	b, err := hex.DecodeString(strings.ReplaceAll(strings.Trim(arg, `".`), `\x`, ""))
	if err != nil {
		panic(fmt.Errorf("read trace: %w", err))
	}
	return b
}

// descriptor splits 9<\x2f…> into the number and the path.
func descriptor(arg string) (number, path string) {
	number, path, _ = strings.Cut(arg, "<")
	path, _, _ = strings.Cut(path, ">")
	return number, string(words(path))
}

// absolute is the path of a name that was given beside a descriptor of a folder.
func absolute(folder, name string) string {
	path := string(words(name))
	if !filepath.IsAbs(path) {
		_, under := descriptor(folder)
		path = filepath.Join(under, path)
	}
	return filepath.Clean(path)
}

func number(arg string) int {
	n, err := strconv.Atoi(arg)
	if err != nil {
		panic(fmt.Errorf("read trace: %w", err))
	}
	return n
}
