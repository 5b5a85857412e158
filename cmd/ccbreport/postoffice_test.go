package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestPostOffice runs the scripts in testdata/script-mail against postfix and
// dovecot, as the computer of a ward meets them. Beside what TestScripts knows, a
// script can use
//
//	postoffice                 start both servers, on folders and ports of their own
//	fetch FOLDER MAILBOX       read a mailbox over IMAP into 1.eml, 2.eml, …
//	open LETTER                print a letter as its reader sees it
//	archived LETTER EDITION    want it to carry what the edition's manifest names
//	[!] leaks PASSWORD PATH…   look for a password in files, in each of its forms
//
// After postoffice, $STARTTLS, $IMPLICIT, $PLAIN (without encryption), $SMALL (for
// letters of 20000 bytes) and $CURT (the same, and it does not say so) are ports,
// $POSTOFFICE is the folder of the servers, with their logs, $PASSWORD is that of
// every mailbox, and ca.pem, other-ca.pem and password are files.
func TestPostOffice(t *testing.T) {
	t.Parallel()
	for _, program := range []string{"postfix", "dovecot"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
	if os.Geteuid() != 0 {
		t.Skip("only root can start postfix")
	}
	// Not a folder of the test's: other users than root must reach into it, and
	// the name of a socket has at most a hundred characters.
	root, err := os.MkdirTemp("", "thu-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			showLogs(t, root)
		}
		if err := os.RemoveAll(root); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(root, 0o755); err != nil {
		t.Fatal(err)
	}
	params := scripts(t, "testdata/script-mail")
	maps.Copy(params.Cmds, map[string]func(*testscript.TestScript, bool, []string){
		"postoffice": func(ts *testscript.TestScript, _ bool, _ []string) { openPostOffice(ts, root) },
		"fetch":      fetchMailbox,
		"archived":   archived,
		"leaks":      leaks,
	})
	testscript.Run(t, params)
}

// showLogs tells what the servers said, but for what postfix tells of each line of
// a conversation.
func showLogs(t *testing.T, root string) {
	logs, err := filepath.Glob(root + "/*/*.log")
	if err != nil {
		t.Error(err)
	}
	for _, name := range logs {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Error(err)
		}
		for line := range strings.Lines(string(text)) {
			if telling.MatchString(line) && !strings.Contains(line, "postfix-script") {
				t.Logf("%s: %s", filepath.Base(name), strings.TrimSpace(line))
			}
		}
	}
}

var telling = regexp.MustCompile(`Info: |Warning: |Error: |[Ff]atal: |warning: |reject: |status=(sent|bounced|deferred)`)

// secret is the password of every mailbox.
const secret = "Vuon-Nha_1945-hop-thu"

// A postOffice is a postfix that takes letters for example.vn and a dovecot that
// hands them out, each on folders of its own: those of the system, and servers
// that run there, are not touched.
type postOffice struct {
	dir   string // of all that is theirs
	ports map[string]int
}

// openPostOffice starts both servers for the rest of the script.
func openPostOffice(ts *testscript.TestScript, root string) {
	dir, err := os.MkdirTemp(root, "")
	ts.Check(err)
	ts.Check(os.Chmod(dir, 0o755))
	p := &postOffice{dir: dir, ports: map[string]int{"STARTTLS": 0, "IMPLICIT": 0, "PLAIN": 0, "SMALL": 0, "CURT": 0, "IMAPS": 0}}
	ts.Check(p.choosePorts())
	ts.Check(p.writeCertificates())
	ts.Check(p.writeConfigurations())
	ts.Check(p.start(ts))
	for name, port := range p.ports {
		ts.Setenv(name, fmt.Sprint(port))
	}
	ts.Setenv("POSTOFFICE", dir)
	ts.Setenv("PASSWORD", secret)
	for _, name := range []string{"ca.pem", "other-ca.pem"} {
		data, err := os.ReadFile(filepath.Join(dir, name))
		ts.Check(err)
		ts.Check(os.WriteFile(ts.MkAbs(name), data, 0o666))
	}
	ts.Check(os.WriteFile(ts.MkAbs("password"), []byte(secret+"\r\n"), 0o600))
}

// lastPort is the last that was chosen. The ports lie below those that the system
// gives to whoever asks for any, so that none is taken between choice and use.
var lastPort atomic.Int32

// choosePorts takes ports on which nobody listens.
func (p *postOffice) choosePorts() error {
	for name := range p.ports {
		for p.ports[name] == 0 {
			port := 20000 + (os.Getpid()*16+int(lastPort.Add(1)))%10000
			listener, err := net.Listen("tcp", fmt.Sprint("127.0.0.1:", port))
			if err != nil {
				continue
			}
			p.ports[name] = port
			if err := listener.Close(); err != nil {
				return err
			}
		}
	}
	return nil
}

// writeCertificates makes an authority, the server's certificate, and another
// authority of the same name, which did not sign it.
func (p *postOffice) writeCertificates() error {
	for _, name := range []string{"other-ca", "ca"} {
		now := time.Now()
		authority := &x509.Certificate{
			SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: "Test CA"},
			NotBefore: now.Add(-time.Hour), NotAfter: now.Add(24 * time.Hour),
			IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageCertSign,
		}
		server := &x509.Certificate{
			SerialNumber: big.NewInt(2), Subject: pkix.Name{CommonName: "localhost"}, DNSNames: []string{"localhost"},
			NotBefore: authority.NotBefore, NotAfter: authority.NotAfter,
			ExtKeyUsage: []x509.ExtKeyUsage{x509.ExtKeyUsageServerAuth},
		}
		caKey, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return err
		}
		key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
		if err != nil {
			return err
		}
		hidden, err := x509.MarshalPKCS8PrivateKey(key)
		if err != nil {
			return err
		}
		err = errors.Join(
			p.certify(name+".pem", authority, authority, &caKey.PublicKey, caKey),
			p.certify("server.pem", server, authority, &key.PublicKey, caKey),
			os.WriteFile(filepath.Join(p.dir, "server.key"), pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: hidden}), 0o600),
		)
		if err != nil {
			return err
		}
	}
	return nil
}

func (p *postOffice) certify(name string, of, by *x509.Certificate, key *ecdsa.PublicKey, with *ecdsa.PrivateKey) error {
	raw, err := x509.CreateCertificate(rand.Reader, of, by, key, with)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(p.dir, name), pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw}), 0o644)
}

// writeConfigurations fills in what stands in testdata/postoffice.
func (p *postOffice) writeConfigurations() error {
	words := []string{"DIR", p.dir}
	for name, port := range p.ports {
		words = append(words, "PORT_"+name, fmt.Sprint(port))
	}
	words = append(words, "PASSWORD", secret)
	fill := strings.NewReplacer(words...)
	files, err := fs.Glob(os.DirFS("testdata/postoffice"), "*")
	for _, name := range files {
		text, failed := os.ReadFile(filepath.Join("testdata/postoffice", name))
		err = errors.Join(err, failed, os.WriteFile(filepath.Join(p.dir, name), []byte(fill.Replace(string(text))), 0o644))
	}
	for _, folder := range []string{"queue", "data", "mail", "run", "state"} {
		err = errors.Join(err, os.Mkdir(filepath.Join(p.dir, folder), 0o755))
	}
	return err
}

// serve starts both servers and stops them at the end of its input, which comes
// with the end of the test, however that ends.
const serve = `
chown 65534:65534 mail
chown postfix data
postfix -c "$PWD" start
dovecot -F -c dovecot.conf &
read -r _
kill $!
wait $!
postfix -c "$PWD" stop`

// start starts the servers and waits until each of their ports is open.
func (p *postOffice) start(ts *testscript.TestScript) error {
	log, err := os.Create(filepath.Join(p.dir, "start.log"))
	if err != nil {
		return err
	}
	defer log.Close()
	shell := exec.Command("sh", "-c", serve)
	shell.Dir, shell.Stdout, shell.Stderr = p.dir, log, log // a pipe would stay open with the servers
	stdin, err := shell.StdinPipe()
	if err != nil {
		return err
	}
	if err := shell.Start(); err != nil {
		return err
	}
	ts.Defer(func() {
		if err := errors.Join(stdin.Close(), shell.Wait()); err != nil {
			ts.Logf("stop the post office: %v", err)
		}
	})
	deadline := time.Now().Add(30 * time.Second)
	for name, port := range p.ports {
		for {
			conn, err := net.Dial("tcp", fmt.Sprint("127.0.0.1:", port))
			if err == nil {
				conn.Close()
				break
			}
			if time.Now().After(deadline) {
				return fmt.Errorf("start the post office: nobody listens for %s: %w", name, err)
			}
			time.Sleep(20 * time.Millisecond)
		}
	}
	return nil
}
