/**
 * Files that appear whole or not at all: {@link org.mfg.solvers.file.AtomicFile}. Uses the JDK alone.
 */
@NullMarked
package org.mfg.solvers.file;

import org.jspecify.annotations.NullMarked;
