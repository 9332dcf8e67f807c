/**
 * Files that appear whole or not at all: {@link org.mfg.output.file.AtomicFile}; and what can go wrong with them in words. Uses the JDK alone.
 */
@NullMarked
package org.mfg.output.file;

import org.jspecify.annotations.NullMarked;
