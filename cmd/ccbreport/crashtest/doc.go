// Package crashtest holds the program, as it is delivered, to what it promises: under
// kills, system calls that fail, full disks, cut power and two people at once. It has
// tests only; each has a flag for its long form.
package crashtest
