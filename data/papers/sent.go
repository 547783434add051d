package papers

import "graduand/data"

// Sent are the lists and packages of a school as a paper tells of them.
type Sent struct {
	Lists    []*data.List
	Packages []*data.Package
}
