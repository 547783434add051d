// Package printertest starts a real CUPS for a test, with a printer that prints into a file:
// Debian's cups-pdf, which wants to be root, else CUPS's own file device with the same
// filters before it. Nothing of the PC's own printing is touched.
package printertest

import (
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// Printer is the name of the one printer.
const Printer = "Graduand_PDF"

// Must is the variable of the environment with which what is missing fails a test that
// would be skipped: the whole check sets it.
const Must = "GRADUAND_MUST"

// driver is Debian's description of a printer that takes A4 without margins.
const driver = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"

// Server is a CUPS of its own, of which the commands of CUPS know by CUPS_SERVER.
type Server struct {
	t      testing.TB
	folder string
	// first is the number of its first job, which no other server has.
	first int
	taken map[string]bool
}

// Start starts CUPS with its printer, or skips the test where there is none.
func Start(t testing.TB) *Server {
	t.Helper()
	need(t)
	// The path of a socket may have about a hundred letters, fewer than a folder of the test.
	folder, err := os.MkdirTemp("", "cups")
	must(t, err)
	t.Cleanup(func() { os.RemoveAll(folder) })
	s := &Server{t: t, folder: folder, first: os.Getpid() * 10, taken: map[string]bool{}}
	s.configure()
	s.serve()
	t.Setenv("CUPS_SERVER", s.path("socket"))
	s.await("CUPS does not start", func() bool {
		out, err := exec.Command("lpstat", "-r").Output()
		return err == nil && strings.HasPrefix(string(out), "scheduler is running")
	})
	s.Run("lpadmin", "-p", Printer, "-v", s.device(), "-P", driver, "-D", "Принтер", "-E")
	s.Run("lpadmin", "-d", Printer)
	return s
}

// need skips the test without CUPS, or fails it where it must not be skipped.
func need(t testing.TB) {
	t.Helper()
	missing := ""
	for _, program := range []string{"lp", "gs"} {
		if _, err := exec.LookPath(program); err != nil {
			missing = program
		}
	}
	for _, path := range []string{system("cupsd"), driver} {
		if _, err := os.Stat(path); err != nil {
			missing = path
		}
	}
	switch {
	case missing == "":
	case os.Getenv(Must) != "":
		t.Fatalf("nothing is printed: %s is missing; «make deps FOR=test» installs CUPS", missing)
	default:
		t.Skipf("NOT TESTED: nothing was printed, since %s is missing; «make deps FOR=test» installs CUPS", missing)
	}
}

// system is the path of a program that is in nobody's PATH but root's.
func system(name string) string {
	if path, err := exec.LookPath(name); err == nil {
		return path
	}
	return filepath.Join("/usr/sbin", name)
}

// root says that cups-pdf can be used.
func root() bool { return os.Getuid() == 0 }

func (s *Server) path(name string) string { return filepath.Join(s.folder, name) }

// device is where the printer prints.
func (s *Server) device() string {
	if root() {
		return "cups-pdf:/"
	}
	return "file://" + s.path("printed.ps")
}

const files = `ServerRoot {}/root
RequestRoot {}/spool
CacheDir {}/cache
StateDir {}/state
TempDir {}/spool/tmp
ErrorLog {}/error
AccessLog {}/access
PageLog {}/page
SystemGroup USER
FileDevice Yes
Sandboxing relaxed
`

const server = `LogLevel debug
Listen {}/socket
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
`

func (s *Server) configure() {
	// Filters run as another user, who has to reach what they print.
	must(s.t, os.Chmod(s.folder, 0o755))
	for _, name := range []string{"root", "spool/tmp", "cache", "state"} {
		must(s.t, os.MkdirAll(s.path(name), 0o755))
	}
	me, err := user.Current()
	must(s.t, err)
	group, err := user.LookupGroupId(me.Gid)
	must(s.t, err)
	for name, content := range map[string]string{"cups-files.conf": strings.ReplaceAll(files, "USER", group.Name), "cupsd.conf": server,
		// cups-pdf names its file by the number of the job, in a folder of the user: no two servers
		// may have the same.
		"cache/job.cache": fmt.Sprintf("NextJobId %d\n", s.first)} {
		if !root() && name == "cups-files.conf" {
			content += "User " + me.Username + "\nGroup " + group.Name + "\n"
		}
		must(s.t, os.WriteFile(s.path(name), []byte(strings.ReplaceAll(content, "{}", s.folder)), 0o644))
	}
}

func (s *Server) serve() {
	c := exec.Command(system("cupsd"), "-f", "-c", s.path("cupsd.conf"), "-s", s.path("cups-files.conf"))
	must(s.t, c.Start())
	s.t.Cleanup(func() {
		if s.t.Failed() {
			s.t.Log(s.complaints())
		}
		_ = c.Process.Signal(os.Interrupt)
		_ = c.Wait()
		for _, path := range s.papers() {
			s.remove(path)
		}
	})
}

// complaints are the last lines of the log.
func (s *Server) complaints() string {
	log, _ := os.ReadFile(s.path("error"))
	return string(log[max(0, len(log)-6000):])
}

// Run runs a command of CUPS, such as cupsdisable.
func (s *Server) Run(name string, args ...string) {
	s.t.Helper()
	if out, err := exec.Command(system(name), args...).CombinedOutput(); err != nil {
		s.t.Fatalf("%s: %v\n%s", name, err, out)
	}
}

// Paper is what came out of the printer since it was asked last, as a PDF.
func (s *Server) Paper() []byte {
	s.t.Helper()
	if !root() {
		return s.distilled()
	}
	var found string
	s.await("nothing comes out of the printer", func() bool {
		for _, path := range s.papers() {
			if !s.taken[path] {
				found = path
				return true
			}
		}
		return false
	})
	s.taken[found] = true
	content, err := os.ReadFile(found)
	must(s.t, err)
	s.remove(found)
	return content
}

// remove takes a paper away, and its folder with the last one: it was made for them.
func (s *Server) remove(path string) {
	if err := os.Remove(path); err != nil {
		s.t.Error(err)
	}
	_ = os.Remove(filepath.Dir(path))
}

// papers are the files of our jobs, where cups-pdf puts them.
func (s *Server) papers() (ours []string) {
	me, err := user.Current()
	must(s.t, err)
	for _, folder := range []string{filepath.Join(me.HomeDir, "PDF"), "/var/spool/cups-pdf/ANONYMOUS"} {
		all, err := filepath.Glob(filepath.Join(folder, "*-job_*.pdf"))
		must(s.t, err)
		for _, path := range all {
			_, number, _ := strings.Cut(strings.TrimSuffix(filepath.Base(path), ".pdf"), "-job_")
			if n, err := strconv.Atoi(number); err == nil && n >= s.first && n < s.first+10 {
				ours = append(ours, path)
			}
		}
	}
	return ours
}

// distilled is the PostScript of the file device as a PDF.
func (s *Server) distilled() []byte {
	s.t.Helper()
	s.await("nothing comes out of the printer", func() bool {
		info, err := os.Stat(s.path("printed.ps"))
		return err == nil && info.Size() > 0
	})
	s.Run("gs", "-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-sOutputFile="+s.path("printed.pdf"), s.path("printed.ps"))
	content, err := os.ReadFile(s.path("printed.pdf"))
	must(s.t, err)
	must(s.t, os.Remove(s.path("printed.ps")))
	return content
}

// await waits for something for as long as a busy machine may take.
func (s *Server) await(complaint string, there func() bool) {
	s.t.Helper()
	for end := time.Now().Add(time.Minute); !there(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(end) {
			s.t.Fatalf("%s\n%s", complaint, s.complaints())
		}
	}
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
