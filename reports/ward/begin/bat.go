package begin

import "strings"

// A Bat is a file that a double click runs on Windows.
type Bat struct {
	Name, Text string
}

// bats are the files and what each does. Names have no marks: some programs that copy
// files lose them.
var bats = []struct{ name, verb, about string }{
	{"lap-bao-cao.bat", "run", "lap du thao bao cao"},
	{"kiem-tra.bat", "check", "doc va kiem tra bang so lieu"},
	{"tra-loi.bat", "answer", "tra loi cac cau hoi"},
	{"duyet.bat", "approve", "duyet ban du thao moi nhat (se hoi truoc khi gui)"},
	{"lap-phieu.bat", "forms --out phieu", "lap phieu so lieu cho cac chi hoi"},
	{"xem-may.bat", "doctor", "xem may va cau hinh da san sang chua"},
}

// Bats are the files; program is where the program stands, used where none lies beside
// the file.
func Bats(program string) []Bat {
	var all []Bat
	for _, b := range bats {
		lines := []string{
			"@chcp 65001 >nul",
			"@echo off",
			"rem " + b.about,
			`cd /d "%~dp0"`,
			`set "CCBREPORT=` + strings.ReplaceAll(program, "%", "%%") + `"`,
			`if exist "%~dp0ccbreport.exe" set "CCBREPORT=%~dp0ccbreport.exe"`,
			`"%CCBREPORT%" ` + b.verb + " %*",
			"set CCBEND=%ERRORLEVEL%",
			"pause",
			"exit /b %CCBEND%",
		}
		all = append(all, Bat{b.name, strings.Join(lines, "\r\n") + "\r\n"})
	}
	return all
}
