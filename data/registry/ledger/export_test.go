package ledger

// ForgetRun makes the program forget what this run knows of wrong passwords, as a restart
// does.
func ForgetRun() {
	run.Lock()
	clear(run.of)
	run.Unlock()
}
