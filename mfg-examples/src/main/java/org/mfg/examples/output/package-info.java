/**
 * The files of a run, one writer a format; {@link org.mfg.examples.output.OutputFolder} writes them all, each under a
 * temporary name first. Uses {@link org.mfg.examples.study}.
 */
@NullMarked
package org.mfg.examples.output;

import org.jspecify.annotations.NullMarked;
