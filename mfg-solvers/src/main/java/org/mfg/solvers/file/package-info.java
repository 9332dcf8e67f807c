/**
 * Files that appear whole or not at all: {@link org.mfg.solvers.file.AtomicFile}; and what can go wrong with them in words. Uses the JDK alone.
 */
@NullMarked
package org.mfg.solvers.file;

import org.jspecify.annotations.NullMarked;
