/** A Hamiltonian and a coupling as somebody outside MFG adds them. */
@NullMarked
package com.example.mfg;

import org.jspecify.annotations.NullMarked;
