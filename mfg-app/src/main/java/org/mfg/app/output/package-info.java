/**
 * The files of a run, one writer a format; {@link org.mfg.app.output.OutputFolder} writes them beside the old
 * ones and exchanges all of them at the end. Uses {@link org.mfg.app.study}.
 */
@NullMarked
package org.mfg.app.output;

import org.jspecify.annotations.NullMarked;
