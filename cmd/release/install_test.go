package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// refused is what debootstrap and chroot say where the kernel lets root do less.
var refused = regexp.MustCompile(`(?i)operation not permitted|cannot mknod|noexec or nodev`)

// inCleanRoot installs the package in a Debian that has nothing of ours, lets
// testdata/clean-root.sh look at it there, and removes it again.
func inCleanRoot(t *testing.T, deb string) {
	for _, name := range []string{"debootstrap", "chroot"} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
	if os.Getuid() != 0 || runtime.GOARCH != forLinux.processor {
		t.Skip("a clean root needs root, and the processor that the package is for")
	}
	root := filepath.Join(t.TempDir(), "root")
	asRoot(t, "debootstrap", "--variant=minbase", "--include=man-db,systemd", "bookworm", root)
	for _, name := range []string{deb, "testdata/clean-root.sh"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, "tmp", filepath.Base(name)), data, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	said := asRoot(t, "chroot", root, "sh", "/tmp/clean-root.sh", "/tmp/"+filepath.Base(deb), version())
	if !strings.HasSuffix(said, "\nall was seen\n") {
		t.Errorf("the script did not end:\n%s", said)
	}
}

func asRoot(t *testing.T, name string, args ...string) string {
	t.Helper()
	cmd := exec.Command(name, args...)
	cmd.Env = append(os.Environ(), "LC_ALL=C.UTF-8", "PATH=/usr/sbin:/usr/bin:/sbin:/bin")
	said, err := cmd.CombinedOutput()
	if err != nil && refused.Match(said) {
		t.Skipf("the kernel refuses mount: %s: %.300s", name, said)
	}
	if err != nil {
		t.Fatalf("%s: %v\n%s", name, err, said)
	}
	return string(said)
}

// processPrng stands in for a library of Windows 10 that the wine of Debian 12 lacks
// and Go asks for.
const processPrng = `#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE b, SIZE_T n) { return SystemFunction036(b, (ULONG)n); }
`

// underWine runs the program for Windows as an officer has it: in a folder with
// spaces and marks, by itself and from a .bat.
func underWine(t *testing.T, pack string) {
	const compiler = "x86_64-w64-mingw32-gcc"
	for _, name := range []string{"wine", compiler} {
		if _, err := exec.LookPath(name); err != nil {
			t.Skipf("%s is not installed", name)
		}
	}
	prefix := filepath.Join(t.TempDir(), "wine")
	t.Setenv("WINEPREFIX", prefix)
	t.Setenv("WINEDEBUG", "-all")
	t.Setenv("LC_ALL", "C.UTF-8")
	run := func(dir, name string, args ...string) string {
		t.Helper()
		cmd := exec.Command(name, args...)
		cmd.Dir = dir
		said, err := cmd.CombinedOutput()
		if err != nil {
			t.Fatalf("%s %v: %v\n%s", name, args, err, said)
		}
		return string(said)
	}
	run(".", "wine", "wineboot", "-i")
	t.Cleanup(func() { _ = exec.Command("wineserver", "-k").Run() })
	source := filepath.Join(t.TempDir(), "prng.c")
	folder := filepath.Join(prefix, "drive_c", "Hội CCB", "Báo cáo năm")
	files := unzipped(t, pack)
	files["thu.bat"] = strings.Replace(string(startFile()), " init", " run", 1)
	files["config.toml"] = wineWard
	files["inbox/Chi hội thôn Đông.csv"] = wineReturn
	for name, text := range files {
		put(t, filepath.Join(folder, name), text)
	}
	put(t, source, processPrng)
	run(".", compiler, "-shared", "-o", filepath.Join(prefix, "drive_c/windows/system32/bcryptprimitives.dll"), source, "-ladvapi32")
	if said := run(folder, "wine", "ccbreport.exe", "version"); !strings.HasPrefix(said, "ccbreport "+version()) {
		t.Error(said)
	}
	said := run(".", "wine", "cmd", "/c", `C:\Hội CCB\Báo cáo năm\thu.bat`)
	if made := `C:\Hội CCB\Báo cáo năm\out\nam_2025-01-01_2025-12-31_v1\bao-cao.pdf`; !strings.Contains(said, made) {
		t.Errorf("%s was not made:\n%s", made, said)
	}
	if pdf := read(t, folder, "out/nam_2025-01-01_2025-12-31_v1/bao-cao.pdf"); !strings.HasPrefix(pdf, "%PDF") {
		t.Errorf("the report is %.20q", pdf)
	}
	run(folder, "wine", "ccbreport.exe", "forms", "--out", "phiếu chi hội")
}

func put(t *testing.T, name, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
		t.Fatal(fmt.Errorf("put %s: %w", name, err))
	}
}

const wineWard = `[unit]
name = "Hội Cựu chiến binh xã Thử"
[[branch]]
id   = "c1"
name = "Chi hội Thôn Đông"
[[report]]
name = "nam"
from = 2025-01-01
to   = 2025-12-31
`

const wineReturn = "Chi hội Thôn Đông\n\nTT,Chỉ tiêu,Đơn vị tính,Năm 2025\n1,Tổng số hội viên,người,52\n"
