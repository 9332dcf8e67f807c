/**
 * Files that appear whole or not at all, one ({@link org.mfg.output.file.AtomicFile}) or all those of a folder together ({@link
 * org.mfg.output.file.ResultFolder}), who may write and how to read meanwhile ({@link org.mfg.output.file.Reading}); and what can go wrong with them
 * in words. Uses the JDK alone.
 */
@NullMarked
package org.mfg.output.file;

import org.jspecify.annotations.NullMarked;
