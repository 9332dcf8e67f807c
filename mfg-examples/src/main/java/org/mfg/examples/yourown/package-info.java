/**
 * Parts of your own, each a class in one file: a Hamiltonian, a coupling, a solver.
 */
@NullMarked
package org.mfg.examples.yourown;

import org.jspecify.annotations.NullMarked;
