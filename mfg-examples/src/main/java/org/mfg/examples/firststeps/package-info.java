/**
 * Where to begin: one game from its formulas to all of its figures, on a line and in the plane. {@link org.mfg.examples.firststeps.Tutorial}
 * comes first.
 */
@NullMarked
package org.mfg.examples.firststeps;

import org.jspecify.annotations.NullMarked;
