using System.IO.Pipelines;
using System.Text;

namespace Reporting.Api.Feed.Batch;

/// <summary>Writes the answers of a batch one after the other, each as it comes.</summary>
internal abstract class BatchAnswer(HttpResponse batch)
{
    protected PipeWriter Output => batch.BodyWriter;

    public abstract string ContentType { get; }

    /// <summary>Writes what comes before the first answer.</summary>
    public abstract void Open();

    /// <summary>Writes the status and the headers of an answer, and returns what its body is to be written to.</summary>
    public abstract PipeWriter Begin(BatchRequest request, HttpResponse response);

    /// <summary>Writes what comes after the body of an answer.</summary>
    public abstract void End(HttpResponse response);

    /// <summary>Writes what comes after the last answer.</summary>
    public abstract void Close();

    protected void Write(string text) => Encoding.UTF8.GetBytes(text, Output);
}
