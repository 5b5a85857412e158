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

// underWine begins a ward with the program for Windows as an officer does: in a folder
// with spaces and marks, from the files that a double click runs.
func underWine(t *testing.T, pack string) {
	run := newWine(t)
	within := filepath.Join("Hội CCB xã Vân Hà", "Báo cáo năm")
	folder := filepath.Join(os.Getenv("WINEPREFIX"), "drive_c", within)
	files := unzipped(t, pack)
	files["danh sách chi hội.csv"] = "STT;Chi hội;Điện thoại\n1;Thôn Đông;0912345678\n2;Thôn Đoài;0912345679\n"
	files[`inbox/Thôn Đông.csv`] = "Chi hội thôn Đông\n\nTT,Chỉ tiêu,Đơn vị tính,Năm 2026\n1,Tổng số hội viên,người,52\n"
	files[`inbox/Thôn Đoài.csv`] = "Chi hội thôn Đoài\n\nTT,Chỉ tiêu,Đơn vị tính,Năm 2026\n1,Tổng số hội viên,người,48\n"
	for name, text := range files {
		put(t, filepath.Join(folder, name), text)
	}
	if said := run(folder, "wine", "ccbreport.exe", "version"); !strings.HasPrefix(said, "ccbreport "+version()) {
		t.Error(said)
	}
	run(folder, "wine", "ccbreport.exe", "init", "--name", "xã Vân Hà", "--parent", "Hà Nội", "--branches", "danh sách chi hội.csv")
	run(folder, "wine", "ccbreport.exe", "config", "set", "report.nam.period=", "report.nam.from=2026-01-01", "report.nam.to=2026-12-31")
	click := func(name string) string {
		t.Helper()
		return run(".", "wine", "cmd", "/c", `C:\Hội CCB xã Vân Hà\Báo cáo năm\`+name)
	}
	if said := click("bat-dau.bat"); !strings.Contains(said, "Không đổi gì") {
		t.Errorf("bat-dau.bat in a ward: %s", said)
	}
	click("kiem-tra.bat")
	made := `C:\Hội CCB xã Vân Hà\Báo cáo năm\out\nam_2026-01-01_2026-12-31_v1\bao-cao.pdf`
	if said := click("lap-bao-cao.bat"); !strings.Contains(said, made) {
		t.Errorf("%s was not made:\n%s", made, said)
	}
	if pdf := read(t, folder, "out/nam_2026-01-01_2026-12-31_v1/bao-cao.pdf"); !strings.HasPrefix(pdf, "%PDF") {
		t.Errorf("the report is %.20q", pdf)
	}
	for _, name := range []string{"phieu/02_chi-hoi-thon-doai.xlsx", "phieu/00_hoi-cuu-chien-binh-xa-van-ha.xlsx"} {
		read(t, folder, name)
	}
	run(folder, "wine", "ccbreport.exe", "forms", "--out", "phiếu chi hội")
}

// newWine makes a Windows of the test's own; what it returns runs something there, or
// beside it, and returns what it said.
func newWine(t *testing.T) func(dir, name string, args ...string) string {
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
	put(t, source, processPrng)
	run(".", compiler, "-shared", "-o", filepath.Join(prefix, "drive_c/windows/system32/bcryptprimitives.dll"), source, "-ladvapi32")
	return run
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
