// Package frametest makes windows for tests: under Fyne's test driver, with a demonstration
// or an empty registry and the screens that a test hands in, where everything happens at
// once. It sees, types and presses as a person does. Only tests import it.
package frametest
