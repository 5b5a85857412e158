package config

import (
	"os"
	"strings"

	"ccbreport/reports/deliver"
)

// Server is where the configuration says that mail goes.
func (c *Config) Server() (deliver.Server, error) {
	m := c.Mail
	s := deliver.Server{Host: m.Host, Port: m.Port, TLS: m.TLS, User: m.User}
	var err error
	switch {
	case m.PasswordEnv != "":
		if s.Password = os.Getenv(m.PasswordEnv); s.Password == "" {
			return s, noPassword.With(m.PasswordEnv)
		}
	case m.PasswordFile != "":
		secret, err := os.ReadFile(c.Path(m.PasswordFile))
		if err != nil {
			return s, noPasswordFile.Because(err, c.Path(m.PasswordFile))
		}
		s.Password = strings.TrimRight(string(secret), "\r\n")
	}
	if m.CAFile != "" {
		if s.CA, err = os.ReadFile(c.Path(m.CAFile)); err != nil {
			return s, noCAFile.Because(err, c.Path(m.CAFile))
		}
	}
	return s, nil
}
