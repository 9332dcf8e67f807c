/**
 * The files of a run, one writer a format; {@link org.mfg.app.output.OutputFolder} writes them all, each under a
 * temporary name first. Uses {@link org.mfg.app.study}.
 */
@NullMarked
package org.mfg.app.output;

import org.jspecify.annotations.NullMarked;
