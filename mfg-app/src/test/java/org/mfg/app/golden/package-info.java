/**
 * Golden numbers: what every packaged game came to before the API was redesigned, so that a change meant to change no number can show that
 * it changed none. {@link org.mfg.app.golden.GoldenNumbersTest} tells how they are made and compared.
 */
@NullMarked
package org.mfg.app.golden;

import org.jspecify.annotations.NullMarked;
