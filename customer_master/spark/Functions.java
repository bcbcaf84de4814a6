package customer_master;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;

/** Text functions that Apache Spark lacks or counts otherwise than DuckDB; each gives null of null. The types are plain because
    Janino, the compiler that Spark carries, knows no generic overriding. */
public class Functions {

    /** How alike two texts are, 0 to 1, as DuckDB and RapidFuzz count it (Jaro 1989, Winkler 1990): of bytes, transpositions
        halved downwards, a common start of up to 4 counting above 0.7. */
    public static class JaroWinkler implements UDF2 {
        public Object call(Object left, Object right) {
            if (left == null || right == null) {
                return null;
            }
            byte[] a = ((String) left).getBytes(StandardCharsets.UTF_8);
            byte[] b = ((String) right).getBytes(StandardCharsets.UTF_8);
            int n = a.length;
            int m = b.length;
            if (n == 0 || m == 0) {
                return Double.valueOf(0.0);
            }
            int reach = Math.max(0, Math.max(n, m) / 2 - 1);
            boolean[] taken = new boolean[m];
            byte[] matched = new byte[n];
            int matches = 0;
            for (int i = 0; i < n; i++) {
                int last = Math.min(m - 1, i + reach);
                for (int j = Math.max(0, i - reach); j <= last; j++) {
                    if (!taken[j] && a[i] == b[j]) {
                        taken[j] = true;
                        matched[matches++] = a[i];
                        break;
                    }
                }
            }
            if (matches == 0) {
                return Double.valueOf(0.0);
            }
            int transposed = 0;
            int place = 0;
            for (int j = 0; j < m; j++) {
                if (taken[j] && matched[place++] != b[j]) {
                    transposed++;
                }
            }
            double similarity = ((double) matches / n + (double) matches / m
                + (double) (matches - transposed / 2) / matches) / 3.0;
            if (similarity > 0.7) {
                int start = 0;
                while (start < Math.min(4, Math.min(n, m)) && a[start] == b[start]) {
                    start++;
                }
                similarity += start * 0.1 * (1.0 - similarity);
            }
            return Double.valueOf(similarity);
        }
    }

    /** Damerau and Levenshtein's distance of bytes: insertions, deletions, replacements, swaps of neighbours (Lowrance and
        Wagner 1975). */
    public static class EditDistance implements UDF2 {
        public Object call(Object left, Object right) {
            if (left == null || right == null) {
                return null;
            }
            if (left.equals(right)) {
                return Long.valueOf(0L);
            }
            byte[] a = ((String) left).getBytes(StandardCharsets.UTF_8);
            byte[] b = ((String) right).getBytes(StandardCharsets.UTF_8);
            int n = a.length;
            int m = b.length;
            int far = n + m;
            int[][] d = new int[n + 2][m + 2];
            int[] lastRow = new int[256];
            d[0][0] = far;
            for (int i = 0; i <= n; i++) {
                d[i + 1][0] = far;
                d[i + 1][1] = i;
            }
            for (int j = 0; j <= m; j++) {
                d[0][j + 1] = far;
                d[1][j + 1] = j;
            }
            for (int i = 1; i <= n; i++) {
                int lastColumn = 0;
                for (int j = 1; j <= m; j++) {
                    int row = lastRow[b[j - 1] & 255];
                    int column = lastColumn;
                    int made;
                    if (a[i - 1] == b[j - 1]) {
                        made = d[i][j];
                        lastColumn = j;
                    } else {
                        made = 1 + Math.min(d[i][j], Math.min(d[i + 1][j], d[i][j + 1]));
                    }
                    d[i + 1][j + 1] = Math.min(made, d[row][column] + (i - row - 1) + 1 + (j - column - 1));
                }
                lastRow[a[i - 1] & 255] = i;
            }
            return Long.valueOf(d[n + 1][m + 1]);
        }
    }

    /** Unicode's composed form (NFC). */
    public static class ComposeLetters implements UDF1 {
        public Object call(Object value) {
            return value == null ? null : Normalizer.normalize((String) value, Normalizer.Form.NFC);
        }
    }

    /** Letters without their marks (Unicode categories Mn, Mc, Me). */
    public static class RemoveAccents implements UDF1 {
        private static final Pattern MARKS = Pattern.compile("\\p{M}+");

        public Object call(Object value) {
            if (value == null) {
                return null;
            }
            String text = (String) value;
            String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
            return Normalizer.normalize(MARKS.matcher(apart).replaceAll(""), Normalizer.Form.NFC);
        }
    }

    /** A text letter by letter: one for one, wherever it stands. */
    public abstract static class EachLetter implements UDF1 {
        abstract int change(int letter);

        public Object call(Object value) {
            if (value == null) {
                return null;
            }
            String text = (String) value;
            StringBuilder made = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                made.appendCodePoint(change(text.codePointAt(i)));
            }
            return made.toString();
        }
    }

    /** In small letters. */
    public static class LowerCase extends EachLetter {
        int change(int letter) {
            return Character.toLowerCase(letter);
        }
    }

    /** In capitals, a sharp s as the capital one. */
    public static class UpperCase extends EachLetter {
        int change(int letter) {
            return letter == 0xDF ? 0x1E9E : Character.toUpperCase(letter);
        }
    }
}
