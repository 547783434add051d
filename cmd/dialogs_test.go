package cmd

import (
	"go/ast"
	"go/token"
	"path/filepath"
	"testing"
)

// A dialog that stays until it has its answer asks by frame.RunIn, frame.RunLongIn or frame.RunHeld:
// its buttons are off meanwhile, it says that it works, and Esc does not take away what is being
// stored. By frame.Run and frame.RunLong it would go on as if nothing were under way.
func TestADialogThatStaysWaitsForItsAnswer(t *testing.T) {
	set, files := parsed(t, "ui")
	rooms := map[string]*stayers{}
	for path, file := range files {
		if filepath.Base(filepath.Dir(path)) == "pick" && filepath.Base(path) == "list.go" {
			continue // it goes from folder to folder, and is left while one is being read
		}
		room := filepath.Dir(path)
		if rooms[room] == nil {
			rooms[room] = &stayers{methods: map[string][]*ast.FuncDecl{}, functions: map[string]*ast.FuncDecl{}}
		}
		rooms[room].read(file)
	}
	asked := 0
	for _, room := range rooms {
		for _, begins := range room.begins {
			asked++
			room.begin(begins, func(at token.Pos) {
				t.Errorf("%s: a dialog that stays asks by frame.RunIn or frame.RunLongIn", set.Position(at))
			})
		}
	}
	if asked < 15 {
		t.Errorf("only %d dialogs were found that stay: does the guard still see them?", asked)
	}
}

// stayers are the methods and the functions of a package by their names, and what a choice of a dialog
// calls while it stays.
type stayers struct {
	methods   map[string][]*ast.FuncDecl
	functions map[string]*ast.FuncDecl
	begins    []ast.Node
}

func (s *stayers) read(file *ast.File) {
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncDecl:
			switch {
			case n.Recv == nil:
				s.functions[n.Name.Name] = n
			case len(n.Recv.List[0].Names) > 0:
				s.methods[n.Name.Name] = append(s.methods[n.Name.Name], n)
			}
		case *ast.KeyValueExpr:
			if key, is := n.Key.(*ast.Ident); is && key.Name == "Ready" {
				s.begins = append(s.begins, n.Value)
			}
		case *ast.CallExpr:
			// A record form takes what saves it as its last argument.
			if calledName(n) == "Ask" && len(n.Args) == 4 && isFunction(n.Args[3]) {
				s.begins = append(s.begins, n.Args[3])
			}
		}
		return true
	})
}

func isFunction(x ast.Expr) bool {
	_, literal := x.(*ast.FuncLit)
	_, method := x.(*ast.SelectorExpr)
	return literal || method
}

// begin looks at what is called first: a function written there, or a method.
func (s *stayers) begin(n ast.Node, found func(token.Pos)) {
	if method, is := n.(*ast.SelectorExpr); is {
		for _, f := range s.methods[method.Sel.Name] {
			s.follow(f, map[*ast.FuncDecl]bool{}, found)
		}
		return
	}
	s.look(n, "", map[*ast.FuncDecl]bool{}, found)
}

func (s *stayers) follow(f *ast.FuncDecl, seen map[*ast.FuncDecl]bool, found func(token.Pos)) {
	if !seen[f] {
		seen[f] = true
		receiver := ""
		if f.Recv != nil {
			receiver = f.Recv.List[0].Names[0].Name
		}
		s.look(f.Body, receiver, seen, found)
	}
}

// look looks until an answer is awaited, also in the methods that are called of the same receiver
// and in functions of the package; what is done with the answer is free.
func (s *stayers) look(n ast.Node, receiver string, seen map[*ast.FuncDecl]bool, found func(token.Pos)) {
	ast.Inspect(n, func(n ast.Node) bool {
		call, is := n.(*ast.CallExpr)
		if !is {
			return true
		}
		switch calledName(call) {
		case "Run", "RunLong":
			found(call.Pos())
			return false
		case "RunIn", "RunLongIn", "RunHeld", "Ask", "AskTwice":
			return false
		}
		switch called := call.Fun.(type) {
		case *ast.Ident:
			if f := s.functions[called.Name]; f != nil {
				s.follow(f, seen, found)
			}
		case *ast.SelectorExpr:
			if of, is := called.X.(*ast.Ident); is && of.Name == receiver {
				for _, f := range s.methods[called.Sel.Name] {
					s.follow(f, seen, found)
				}
			}
		}
		return true
	})
}
