/**
 * The command line: {@link org.mfg.app.cli.MfgCommand} with its subcommands run, list and completion. Options of
 * games and solvers are made from the parameters that their providers declare. The only package that prints.
 */
@NullMarked
package org.mfg.app.cli;

import org.jspecify.annotations.NullMarked;
