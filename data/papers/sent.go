package papers

import (
	"slices"

	"graduand/data"
)

// Sent are the lists and packages of a school as a paper tells of them.
type Sent struct {
	Lists    []*data.List
	Packages []*data.Package
}

// packageWith is the package that a list is in, nil for none.
func (s *Sent) packageWith(list string) *data.Package {
	if s == nil {
		return nil
	}
	if at := slices.IndexFunc(s.Packages, func(p *data.Package) bool { return p.Has(list) }); at >= 0 {
		return s.Packages[at]
	}
	return nil
}
