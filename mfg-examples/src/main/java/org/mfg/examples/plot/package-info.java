/** Figures of a table of runs, for {@code mfg plot}. */
@NullMarked
package org.mfg.examples.plot;

import org.jspecify.annotations.NullMarked;
